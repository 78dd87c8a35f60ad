import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import twilio from 'twilio';
import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSandbox, type TestSandbox } from '../testing.ts';

type Call = Readonly<{ url: string; fields: Record<string, string>; body: string; req: IncomingMessage }>;

let platform: Server;
let publicUrl: string;
let calls: Call[];
let answer: { status: number; body: string };
let sandbox: TestSandbox;

beforeEach(async () => {
  [calls, answer] = [[], { status: 200, body: '<Response/>' }];
  const serve = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const body = await text(req);
    const fields = Object.fromEntries(new URLSearchParams(body));
    calls.push({ url: `${publicUrl}${req.url}`, fields, body, req });
    res.writeHead(answer.status).end(answer.body);
  };
  platform = createServer((req, res) => void serve(req, res)).listen(0, '127.0.0.1');
  await once(platform, 'listening');
  publicUrl = `http://127.0.0.1:${(platform.address() as AddressInfo).port}`;
  sandbox = await openSandbox({ publicUrl });
});
afterEach(async () => {
  await sandbox.close();
  platform.close();
  platform.closeAllConnections();
});

describe('a text that somebody sends', () => {
  const sms = { from: '+447700900123', body: '1 safe' };

  it('reaches the platform signed as Twilio signs', async () => {
    const told = await sandbox.call('POST', '/sandbox/sms', sms);

    expect(told.status).toBe(202);
    const [call] = calls;
    expect(call).toMatchObject({
      url: `${publicUrl}/api/webhooks/twilio/messages`,
      fields: { From: sms.from, Body: '1 safe', To: '+15005550006' },
    });
    const signature = String(call?.req.headers['x-twilio-signature']);
    expect(twilio.validateRequest('sandbox', signature, call?.url ?? '', call?.fields ?? {})).toBe(true);
    expect(await told.json()).toEqual({ sid: call?.fields['MessageSid'] });
  });

  it('reaches it as JSON too, with its hash in the address that is signed', async () => {
    await sandbox.call('POST', '/sandbox/sms', { ...sms, as: 'json' });

    const { url, body, req } = calls[0]!;
    expect(JSON.parse(body)).toMatchObject({ From: sms.from, Body: '1 safe' });
    const signature = String(req.headers['x-twilio-signature']);
    expect(twilio.validateRequestWithBody('sandbox', signature, url, body)).toBe(true);
  });

  it('comes again, the same to the letter, when told to', async () => {
    await sandbox.call('POST', '/sandbox/sms', { ...sms, copies: 3 });

    expect(calls).toHaveLength(3);
    expect(new Set(calls.map(({ body, req }) => `${body} ${String(req.headers['x-twilio-signature'])}`)).size).toBe(1);
  });

  it.each([
    { ...sms, copies: 6 },
    { ...sms, as: 'xml' },
    { from: 'Ada', body: 'x' },
    { from: sms.from },
    { ...sms, colour: 'red' },
    { ...sms, body: 'x'.repeat(1_601) },
  ])('is refused as %j', async (body) => {
    const told = await sandbox.call('POST', '/sandbox/sms', body);

    expect([told.status, ((await told.json()) as { code: string }).code]).toEqual([422, 'sandbox.invalid_text']);
    expect(calls).toEqual([]);
  });

  it('says when the platform did not take it', async () => {
    answer = { status: 403, body: '' };

    const told = await sandbox.call('POST', '/sandbox/sms', sms);

    expect([told.status, ((await told.json()) as { code: string }).code]).toEqual([503, 'sandbox.platform_refused']);
  });

  it('says when there is no platform', async () => {
    const alone = await openSandbox();
    const told = await alone.call('POST', '/sandbox/sms', sms);

    expect([told.status, ((await told.json()) as { code: string }).code]).toEqual([503, 'sandbox.platform_away']);
    await alone.close();
  });
});

describe('a slash command that somebody types', () => {
  it('reaches the platform signed as Slack signs, and its answer comes back', async () => {
    answer = { status: 200, body: '{"response_type":"ephemeral","text":"Nobody"}' };

    const told = await sandbox.call('POST', '/sandbox/slack-commands', { command: '/whosin', text: 'north' });

    expect(await told.json()).toEqual({ response_type: 'ephemeral', text: 'Nobody' });
    const { req, body, fields } = calls[0]!;
    expect(fields).toMatchObject({ command: '/whosin', text: 'north', user_id: 'U0SANDBOX' });
    const timestamp = String(req.headers['x-slack-request-timestamp']);
    const digest = createHmac('sha256', 'sandbox').update(`v0:${timestamp}:${body}`).digest('hex');
    expect(req.headers['x-slack-signature']).toBe(`v0=${digest}`);
  });

  it('is refused without its slash', async () => {
    expect((await sandbox.call('POST', '/sandbox/slack-commands', { command: 'whosin' })).status).toBe(422);
  });
});

describe('an event in Slack', () => {
  it('reaches the platform wrapped and signed as Slack has it, and again when told to', async () => {
    const event = { type: 'reaction_added', user: 'U0ADA', reaction: 'thumbsup' };
    const told = await sandbox.call('POST', '/sandbox/slack-events', { event, copies: 2 });

    expect(told.status).toBe(202);
    const { eventId } = (await told.json()) as { eventId: string };
    expect(calls.map(({ req }) => [req.url, req.headers['x-slack-retry-num']])).toEqual([
      ['/api/webhooks/slack/events', undefined],
      ['/api/webhooks/slack/events', '1'],
    ]);
    for (const { req, body } of calls) {
      const timestamp = String(req.headers['x-slack-request-timestamp']);
      const digest = createHmac('sha256', 'sandbox').update(`v0:${timestamp}:${body}`).digest('hex');
      expect(req.headers['x-slack-signature']).toBe(`v0=${digest}`);
      expect(JSON.parse(body)).toMatchObject({ type: 'event_callback', event_id: eventId, event });
    }
  });

  it('that the workspace tells is listed with what became of it', async () => {
    const { events } = (await (await sandbox.call('GET', '/sandbox/slack-events')).json()) as { events: unknown[] };

    expect(events).toEqual([]);
  });

  it.each([{}, { event: {} }, { event: { type: 'x' }, path: 'elsewhere' }])('is refused as %j', async (body) => {
    expect((await sandbox.call('POST', '/sandbox/slack-events', body)).status).toBe(422);
  });
});
