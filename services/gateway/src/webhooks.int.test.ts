import { fromBinary } from '@bufbuild/protobuf';
import { timestampDate } from '@bufbuild/protobuf/wkt';
import { commandStream, eventStream } from '@guildhall/contracts';
import { SlackEventReceivedSchema } from '@guildhall/contracts/gateway/v1/events';
import { ReceiveTextSchema, ReportDeliverySchema } from '@guildhall/contracts/notifier/v1/commands';
import type { SlackCommand } from '@guildhall/contracts/guildhall/v1/slack';
import { type Feed, feed } from '@guildhall/messaging';
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ask, type House, openHouse } from './testing/house.ts';
import type { TestGateway } from './testing/gateway.ts';

const publicUrl = 'https://members.example.org';
const secrets = {
  TWILIO_AUTH_TOKEN: 'twilio-secret',
  TWILIO_2_AUTH_TOKEN: 'other-secret',
  SLACK_SIGNING_SECRET: 'slack-secret',
  PUBLIC_URL: publicUrl,
};

let house: House;
let gateway: TestGateway;
let reader: Feed;
const published: { subject: string; data: Uint8Array }[] = [];

beforeAll(async () => {
  house = await openHouse();
  gateway = await house.open({ settings: secrets });
  const { name, subjects } = commandStream('notifier');
  await house.bus.jsm.streams.add({ name, subjects: [...subjects] });
  reader = await feed(house.bus, {
    stream: commandStream('notifier'),
    subjects: ['cmd.notifier.v1.inbound.*.*'],
    onMessage: ({ subject, data }) => published.push({ subject, data }),
  });
});
beforeEach(() => void (published.length = 0));
afterAll(async () => {
  await reader.close();
  await house.close();
});

const form = 'application/x-www-form-urlencoded';
let texts = 0;
const sid = () => `SM${String((texts += 1)).padStart(32, '0')}`;
const text = (change: Record<string, string> = {}): Record<string, string> => ({
  MessageSid: sid(),
  From: '+447700900123',
  To: '+447700900000',
  Body: '1 safe & sound ✓',
  ...change,
});
const signed = (path: string, fields: Record<string, string>, key = secrets.TWILIO_AUTH_TOKEN) =>
  createHmac('sha1', key)
    .update(
      publicUrl +
        path +
        Object.keys(fields)
          .toSorted()
          .map((name) => name + fields[name])
          .join(''),
    )
    .digest('base64');
const post = (path: string, body: string, headers: Record<string, string>) =>
  ask(`${gateway.url}${path}`, 'POST', { body, headers: { 'content-type': form, ...headers } });
const twilio = (path: string, fields: Record<string, string>, signature = signed(path, fields)) =>
  post(path, new URLSearchParams(fields).toString(), { 'x-twilio-signature': signature });

const messages = '/api/webhooks/twilio/messages';
const status = '/api/webhooks/twilio/status?message=m1';

describe('a text that Twilio brings', () => {
  it('may come from our second account there', async () => {
    const fields = text();

    expect((await twilio(messages, fields, signed(messages, fields, secrets.TWILIO_2_AUTH_TOKEN))).status).toBe(200);
    await vi.waitFor(() => expect(published).toHaveLength(1));
  });

  it('is passed on as a command, and answered with nothing to say', async () => {
    const fields = text();

    const answer = await twilio(messages, fields);

    expect([answer.status, answer.text]).toEqual([200, '<?xml version="1.0" encoding="UTF-8"?><Response/>']);
    await vi.waitFor(() => expect(published).toHaveLength(1));
    expect(published[0]?.subject).toBe(`cmd.notifier.v1.inbound.receive-text.${fields['MessageSid']}`);
    const told = fromBinary(ReceiveTextSchema, published[0]!.data);
    expect(told).toMatchObject({ from: '+447700900123', text: '1 safe & sound ✓' });
    expect(timestampDate(told.at!)).toEqual(gateway.clock.now());
  });

  it.each<[string, (fields: Record<string, string>) => Promise<{ status: number; json: object }>]>([
    ['unsigned', (fields) => twilio(messages, fields, '')],
    ['signed with another key', (fields) => twilio(messages, fields, signed(messages, fields, 'guess'))],
    ['with another body', (fields) => twilio(messages, { ...fields, Body: '2' }, signed(messages, fields))],
    ['cut short', (fields) => twilio(messages, { MessageSid: fields['MessageSid'] ?? '' }, signed(messages, fields))],
    ['with a field more', (fields) => twilio(messages, { ...fields, X: '' + 1 }, signed(messages, fields))],
    ['signed for another address', (fields) => twilio(messages, fields, signed(`${messages}?a=b`, fields))],
  ])('is refused when it comes %s', async (_how, send) => {
    const { status: code, json } = await send(text());

    expect([code, json]).toEqual([403, expect.objectContaining({ code: 'gateway.bad_signature' })]);
    expect(published).toEqual([]);
  });

  it('is refused when it is replayed', async () => {
    const fields = text();
    await twilio(messages, fields);

    const again = await twilio(messages, fields);

    expect([again.status, again.json['code']]).toEqual([409, 'gateway.webhook_repeated']);
  });

  it('is published once when it comes twice at the same moment', async () => {
    const fields = text();

    await Promise.all([twilio(messages, fields), twilio(messages, fields)]);
    await twilio(messages, text({ From: '+447700900456' }));

    await vi.waitFor(() => expect(published.at(-1)?.subject).not.toContain(fields['MessageSid']));
    expect(published).toHaveLength(2);
  });

  it.each([{ MessageSid: 'x.y' }, { From: '' }])('is refused as no text with %j', async (change) => {
    const answer = await twilio(messages, text({ ...change }));

    expect([answer.status, answer.json['code']]).toEqual([400, 'gateway.malformed_webhook']);
  });
});

describe('what Twilio says of a message', () => {
  const fares = (MessageStatus: string, more = {}) => twilio(status, { MessageSid: sid(), MessageStatus, ...more });

  it.each<[string, object, object]>([
    ['delivered', {}, { delivered: true, code: '' }],
    ['undelivered', { ErrorCode: '30003' }, { delivered: false, code: '30003' }],
    ['failed', {}, { delivered: false, code: '' }],
  ])('%s is passed on', async (word, more, told) => {
    const path = `/api/webhooks/twilio/status?message=${word}`;
    const fields = { MessageSid: sid(), MessageStatus: word, ...more };

    expect((await twilio(path, fields)).status).toBe(204);

    await vi.waitFor(() => expect(published).toHaveLength(1));
    expect(fromBinary(ReportDeliverySchema, published[0]!.data)).toMatchObject({ messageId: word, ...told });
  });

  it('is not passed on while the message is on its way', async () => {
    expect((await fares('queued')).status).toBe(204);
    expect((await fares('sent')).status).toBe(204);
    await fares('delivered');

    await vi.waitFor(() => expect(published).toHaveLength(1));
  });

  it('is refused without the id of a message of ours', async () => {
    const path = '/api/webhooks/twilio/status?message=a.b';
    const fields = { MessageSid: sid(), MessageStatus: 'delivered' };

    expect((await twilio(path, fields)).json['code']).toBe('gateway.malformed_webhook');
  });
});

describe('a slash command of Slack', () => {
  const command = '/api/webhooks/slack/commands';
  const slack = (fields: Record<string, string>, change: { at?: number; key?: string; body?: string } = {}) => {
    const { at = Date.now(), key = secrets.SLACK_SIGNING_SECRET } = change;
    const body = new URLSearchParams(fields).toString();
    const timestamp = String(Math.floor(at / 1_000));
    const digest = createHmac('sha256', key).update(`v0:${timestamp}:${body}`).digest('hex');
    const headers = { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${digest}` };
    return post(command, change.body ?? body, headers);
  };
  let typed = 0;
  const whosin = (text = 'north') => ({
    command: '/probe',
    text,
    user_id: 'U1',
    channel_id: 'C1',
    team_id: 'T1',
    trigger_id: String((typed += 1)),
  });

  it('is answered by the method whose contract names it', async () => {
    house.probe['answerSlack'] = async ({ text: asked, userId }: SlackCommand) => ({
      text: `${asked} for ${userId}`,
      inChannel: true,
    });

    const answer = await slack(whosin());

    expect([answer.status, answer.json]).toEqual([200, { response_type: 'in_channel', text: 'north for U1' }]);
  });

  it('is answered in words when it is refused or its service is away', async () => {
    house.probe['answerSlack'] = () => Promise.reject(new Error('boom'));

    expect((await slack(whosin())).json).toMatchObject({ response_type: 'ephemeral' });
    expect((await slack({ ...whosin(), command: '/nobody' })).json).toMatchObject({
      text: 'There is no such command here.',
    });
  });

  it('is refused when it is forged, changed, old, from the future or replayed', async () => {
    const fields = whosin();
    const codes = async (...tries: ReturnType<typeof slack>[]) =>
      (await Promise.all(tries)).map(({ status: code, json }) => `${code} ${String(json['code'])}`);

    expect(await codes(slack(fields, { key: 'guess' }), slack(fields, { body: 'command=/probe' }))).toEqual([
      '401 gateway.bad_signature',
      '401 gateway.bad_signature',
    ]);
    const [old, early] = [Date.now() - 301_000, Date.now() + 302_000];
    expect(await codes(slack(fields, { at: old }), slack(fields, { at: early }))).toEqual([
      '401 gateway.webhook_too_old',
      '401 gateway.webhook_too_old',
    ]);
    await slack(fields, { at: 1_000 * Math.floor(Date.now() / 1_000) });
    const at = Date.now();
    await slack(fields, { at });
    expect(await codes(slack(fields, { at }))).toEqual(['409 gateway.webhook_repeated']);
  });

  it('that only tries our certificate is answered', async () => {
    expect((await slack({ ssl_check: '1' })).status).toBe(204);
  });
});

describe('what happens in Slack', () => {
  const facts: { subject: string; id: string; data: Uint8Array }[] = [];
  let following: Feed;
  beforeAll(async () => {
    const { name, subjects } = eventStream('gateway');
    await house.bus.jsm.streams.add({ name, subjects: [...subjects] });
    following = await feed(house.bus, {
      stream: eventStream('gateway'),
      subjects: ['evt.gateway.v1.*.*'],
      onMessage: ({ subject, id, data }) => facts.push({ subject, id, data }),
    });
  });
  beforeEach(() => void (facts.length = 0));
  afterAll(() => following.close());

  let told = 0;
  const joined = () => ({
    type: 'event_callback',
    event_id: `Ev${(told += 1)}`,
    team_id: 'T1',
    event_time: 1_700_000_000,
    event: { type: 'team_join', user: { id: 'U1', profile: { email: 'ada@example.org', real_name: 'Ada' } } },
  });
  const tell = (fields: object, change: { at?: number; key?: string; path?: string; signed?: object } = {}) => {
    const { at = Date.now(), key = secrets.SLACK_SIGNING_SECRET, path = '/api/webhooks/slack/events' } = change;
    const timestamp = String(Math.floor(at / 1_000));
    const digest = createHmac('sha256', key)
      .update(`v0:${timestamp}:${JSON.stringify(change.signed ?? fields)}`)
      .digest('hex');
    return post(path, JSON.stringify(fields), {
      'content-type': 'application/json',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${digest}`,
    });
  };

  it.each(['/api/webhooks/slack/events', '/slack/events'])(
    'is a fact of the gateway when it comes to %s',
    async (path) => {
      const event = joined();

      expect((await tell(event, { path })).status).toBe(200);

      await vi.waitFor(() => expect(facts).toHaveLength(1));
      expect(facts[0]).toMatchObject({ subject: 'evt.gateway.v1.slack-event-received.U1' });
      const heard = fromBinary(SlackEventReceivedSchema, facts[0]!.data);
      expect(heard).toMatchObject({
        eventId: event.event_id,
        type: 'team_join',
        userId: 'U1',
        email: 'ada@example.org',
      });
      expect(timestampDate(heard.at!)).toEqual(new Date(1_700_000_000_000));
    },
  );

  it('is one message under the id that Slack gave it, though Slack tells it four times', async () => {
    const event = joined();

    const answers = [];
    for (const later of [0, 1_000, 61_000, 290_000])
      answers.push((await tell(event, { at: Date.now() - later })).status);
    const next = joined();
    await tell(next);

    expect(answers).toEqual([200, 200, 200, 200]);
    await vi.waitFor(() => expect(facts).toHaveLength(2));
    const ids = facts.map(async ({ id }) => {
      const stored = await house.bus.jsm.streams.getMessage('EVT_GATEWAY', { seq: Number(id.split('-').at(-1)) });
      return stored?.header.get('Nats-Msg-Id');
    });
    expect(await Promise.all(ids)).toEqual([event.event_id, next.event_id]);
  });

  it('is refused with 401 when it is forged, changed or 301 s old, and no event is published (volunteers 4)', async () => {
    const codes = async (...tries: ReturnType<typeof tell>[]) =>
      (await Promise.all(tries)).map(({ status: code, json }) => `${code} ${String(json['code'])}`);
    const old = { at: Date.now() - 301_000 };

    expect(
      await codes(
        tell(joined(), { key: 'guess' }),
        tell(joined(), { signed: joined() }),
        tell(joined(), { key: 'guess', path: '/slack/events' }),
        tell({ type: 'url_verification', challenge: 'x' }, { key: 'guess' }),
        tell(joined(), old),
        tell(joined(), { ...old, path: '/slack/events' }),
      ),
    ).toEqual([
      ...Array.from({ length: 4 }, () => '401 gateway.bad_signature'),
      ...Array.from({ length: 2 }, () => '401 gateway.webhook_too_old'),
    ]);
    const last = joined();
    await tell(last);
    await vi.waitFor(() => expect(facts).toHaveLength(1));
    expect(fromBinary(SlackEventReceivedSchema, facts[0]!.data).eventId).toBe(last.event_id);
  });

  it('is answered with the challenge when Slack tries the address (volunteers 4)', async () => {
    for (const path of ['/api/webhooks/slack/events', '/slack/events']) {
      const answer = await tell({ type: 'url_verification', token: 'x', challenge: `c${path}` }, { path });
      expect([answer.status, answer.json]).toEqual([200, { challenge: `c${path}` }]);
    }
  });

  it.each([{ type: 'event_callback', event_id: 'Ev1' }, { type: 'gossip' }, { type: 'url_verification' }, []])(
    'is refused as no event with %j',
    async (fields) => {
      const answer = await tell(fields);

      expect([answer.status, answer.json['code']]).toEqual([400, 'gateway.malformed_webhook']);
    },
  );

  it('is not kept back when Slack says that there was too much of it', async () => {
    const answer = await tell({ type: 'app_rate_limited', team_id: 'T1', minute_rate_limited: 1_700_000_000 });
    expect(answer.status).toBe(200);
  });
});

describe('the doors of vendors', () => {
  it('are there only where their secret is', async () => {
    const bare = await house.open();

    expect((await ask(`${bare.url}${messages}`, 'POST', { body: 'a=b' })).status).toBe(404);
    expect((await ask(`${gateway.url}/api/webhooks/nobody`, 'POST', { body: 'a=b' })).status).toBe(404);
  });

  it('take nothing but a signed POST, and not too much of it', async () => {
    expect((await ask(`${gateway.url}${messages}`, 'GET')).status).toBe(405);
    expect((await post(messages, 'x'.repeat(300_000), {})).status).toBe(413);
    expect((await post(messages, '', {})).status).toBe(403);
  });

  it('say that the bus is away, and take the same request when it is back', async () => {
    const fields = text();
    await house.nats.kill();
    await vi.waitFor(async () => {
      const { status: code, json } = await twilio(messages, fields);
      expect([code, json['code']]).toEqual([503, 'messaging.not_published']);
    });

    await house.nats.restart();

    await vi.waitFor(async () => expect((await twilio(messages, fields)).status).toBe(200), 10_000);
  });
});
