import { fromBinary } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { eventStream } from '@guildhall/contracts';
import { Category, Channel } from '@guildhall/contracts/notifier/v1/commands';
import { type MessageFailed, MessageFailedSchema } from '@guildhall/contracts/notifier/v1/events';
import { MessageState, ProviderState } from '@guildhall/contracts/notifier/v1/service';
import { type Bus, feed } from '@guildhall/messaging';
import { aggregates, type Store } from '@guildhall/mongo';
import { type HttpFake, httpFake, type SmtpFake, smtpFake } from '@guildhall/providers/testing';
import { offsetClock } from '@guildhall/runtime';
import { testBus, testStore } from '@guildhall/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { messageRepository } from './adapters/mongo/message.repository.ts';
import type { MessageState as StoredState } from './adapters/mongo/message.state.ts';
import { toEnvelope } from './adapters/nats/message.messages.ts';
import { aCommand } from './adapters/nats/testing.ts';
import { request } from './domain/delivery.ts';
import { anOrder } from './domain/testing.ts';
import { ask, startNotifier, testSealer } from './testing.ts';

let bus: Bus;
let store: Store;
let slack: HttpFake;
let mail: SmtpFake;
let clock: ReturnType<typeof offsetClock>;
const replicas: Awaited<ReturnType<typeof startNotifier>>[] = [];

beforeAll(async () => {
  bus = await testBus();
});
afterAll(() => bus.close());
beforeEach(async () => {
  clock = offsetClock();
  [store, slack, mail] = await Promise.all([testStore(), httpFake({ body: 'ok' }), smtpFake()]);
});
afterEach(async () => {
  await Promise.all(replicas.splice(0).map(({ close }) => close()));
  await Promise.all([store.close(), slack.close(), mail.close()]);
});

const start = async (env: Record<string, string> = {}) => {
  const fast = { SLACK_MESSAGES_PER_SECOND: '1000', SLACK_BURST: '1000', SMTP_URL: mail.url };
  const replica = await startNotifier({ bus, store, clock, env: { ...fast, ...env } });
  replicas.push(replica);
  return replica;
};

let asked = 0;
const key = (name: string): string => `${name}:${(asked += 1)}`;

const notice = (change: Parameters<typeof aCommand>[0] = {}) =>
  aCommand({ idempotencyKey: key('presence'), to: `${slack.url}/services/T0/B0/x`, ...change });

const login = (idempotencyKey = key('login'), change: Parameters<typeof aCommand>[0] = {}) =>
  aCommand({
    idempotencyKey,
    category: Category.AUTH,
    channel: Channel.EMAIL,
    to: 'ada@example.org',
    template: 'login',
    variables: { expiresMinutes: '15' },
    sealedVariables: testSealer.seal({ code: '123456' }, idempotencyKey),
    reference: 'challenge:c1',
    expiresAt: timestampFromDate(new Date(clock.now().getTime() + 15 * 6e4)),
    ...change,
  });

type Replica = Awaited<ReturnType<typeof start>>;
const only = async ({ calls }: Replica, query = {}) => {
  const { messages } = await calls.listMessages(query);
  return messages[0];
};
const settled = (replica: Replica, state: MessageState) =>
  vi.waitFor(async () => expect((await only(replica))?.state).toBe(state), { timeout: 8_000, interval: 20 });

describe('a message that was asked for', () => {
  it('reaches its recipient by mail, with the code that travelled sealed', async () => {
    const replica = await start();

    await ask(bus, login());

    await settled(replica, MessageState.SENT);
    expect(mail.mails.map(({ to }) => to)).toEqual([['ada@example.org']]);
    expect(mail.mails[0]?.raw).toContain('123456');
    expect(await only(replica)).toMatchObject({
      to: 'ada@example.org',
      attempts: [{ provider: 'smtp', outcome: 'sent' }],
    });
  });

  it('leaves no code in the store, neither while it waits nor when it is sent', async () => {
    mail.refuse('data', 451);
    const replica = await start();
    await ask(bus, login());
    await vi.waitFor(async () => expect((await only(replica))?.attempts).toHaveLength(1));
    const stored = async () => JSON.stringify(await store.connection.collection('messages').find().toArray());

    expect(await stored()).not.toContain('123456');
    mail.refuse('data', undefined);
    await settled(replica, MessageState.SENT);

    expect(await stored()).not.toMatch(/123456|"sealed"/);
  });

  it('is sent once, however often the same key asks for it', async () => {
    const replica = await start();
    const command = login();

    await Promise.all([ask(bus, command), ask(bus, command), ask(bus, command)]);
    await settled(replica, MessageState.SENT);
    await ask(bus, command);
    await ask(bus, login());
    await vi.waitFor(() => expect(mail.mails).toHaveLength(2));

    const { messages } = await replica.calls.listMessages({});
    expect(messages).toHaveLength(2);
  });

  it('is told as a fact to whoever asked', async () => {
    const facts: string[] = [];
    const subjects = ['evt.notifier.v1.message-sent.*'];
    const reader = await feed(bus, {
      stream: eventStream('notifier'),
      subjects,
      onMessage: ({ subject }) => facts.push(subject),
    });
    const replica = await start();

    await ask(bus, login());
    await settled(replica, MessageState.SENT);

    const { id } = (await only(replica)) ?? { id: '' };
    await vi.waitFor(() => expect(facts).toContain(`evt.notifier.v1.message-sent.${id}`));
    await reader.close();
  });
});

describe('a provider that', () => {
  it('asks us to slow down is left alone for that long', async () => {
    let first = 0;
    slack.answer(() => {
      if (first) return { body: 'ok' };
      first = performance.now();
      return { status: 429, headers: { 'retry-after': '1' }, body: 'rate_limited' };
    });
    const replica = await start();

    await ask(bus, notice());
    await settled(replica, MessageState.SENT);

    expect(slack.calls).toHaveLength(2);
    expect(performance.now() - first).toBeGreaterThanOrEqual(1_000);
  });

  it('refuses for good ends the message at once, with the reason', async () => {
    slack.answer({ status: 404, body: 'no_service' });
    const replica = await start();

    await ask(bus, notice());
    await settled(replica, MessageState.FAILED);

    expect(await only(replica)).toMatchObject({ reason: 'Slack refused the message (404, no_service).' });
    expect(slack.calls).toHaveLength(1);
  });

  it('hangs does not hold up the others', async () => {
    slack.answer('hang');
    const replica = await start();

    await Promise.all(Array.from({ length: 20 }, () => ask(bus, notice())));
    await ask(bus, login());

    await vi.waitFor(() => expect(mail.mails).toHaveLength(1));
    expect((await only(replica, { channel: Channel.SLACK }))?.state).toBe(MessageState.SENDING);
  });

  it('is down gets the message when it is back', async () => {
    slack.answer({ status: 503, body: 'down' });
    const replica = await start();
    await ask(bus, notice());
    await vi.waitFor(async () => expect((await only(replica))?.attempts.length).toBeGreaterThan(0));

    slack.answer({ body: 'ok' });
    await settled(replica, MessageState.SENT);
  });
});

describe('a code that', () => {
  it('expired while its provider was away is dropped, never sent late, and told as failed', async () => {
    const failed: MessageFailed[] = [];
    const subjects = ['evt.notifier.v1.message-failed.*'];
    const onMessage = ({ data }: { data: Uint8Array }) => failed.push(fromBinary(MessageFailedSchema, data));
    const reader = await feed(bus, { stream: eventStream('notifier'), subjects, onMessage });
    mail.refuse('data', 451);
    const replica = await start();
    const command = login(key('login'), { reference: 'challenge:late' });
    await ask(bus, command);
    await vi.waitFor(async () => expect((await only(replica))?.attempts.length).toBeGreaterThan(0));

    clock.move(16 * 60_000);
    mail.refuse('data', undefined);
    await settled(replica, MessageState.EXPIRED);

    expect(mail.mails).toEqual([]);
    await vi.waitFor(() => expect(failed.map(({ reference }) => reference)).toContain('challenge:late'));
    await reader.close();
  });

  it('had expired before it arrived is recorded and dropped', async () => {
    const replica = await start();

    await ask(bus, login(key('login'), { expiresAt: timestampFromDate(new Date(clock.now().getTime() - 1)) }));
    await settled(replica, MessageState.EXPIRED);

    expect(mail.mails).toEqual([]);
  });
});

describe('a process that died', () => {
  it('with a message in its hands is replaced once its claim has run out, by one replica only', async () => {
    const kept = aggregates<StoredState>({ store, collection: 'messages' });
    await kept.ready();
    const order = anOrder({ to: `${slack.url}/services/T0/B0/x` });
    await messageRepository({ aggregates: kept, toEnvelope, markDay: () => undefined }).add(
      request(order, 'm1', clock.now()),
    );
    const [one] = await Promise.all([start(), start()]);

    clock.move(20_000);

    await settled(one, MessageState.SENT);
    expect(slack.calls).toHaveLength(1);
  });
});

describe('a command that nobody can carry out', () => {
  it('becomes a dead letter with the reason, listed, and driven again by one call', async () => {
    const replica = await start();
    await ask(bus, notice({ template: 'no such' }));
    const letters = async () => (await replica.calls.listDeadLetters({})).deadLetters;
    await vi.waitFor(async () => expect(await letters()).toHaveLength(1), { timeout: 8_000 });

    const [letter] = await letters();
    expect(letter).toMatchObject({
      durable: 'notifier-send-transactional',
      reason: 'notifier.unknown_template',
      attempts: 1,
    });
    expect(await replica.calls.redriveDeadLetters({ ids: [] })).toMatchObject({ redriven: 1 });

    // Nothing has been mended, so it comes back as a new letter.
    await vi.waitFor(async () => expect((await letters())[0]?.id).not.toBe(letter?.id), { timeout: 8_000 });
    await vi.waitFor(async () => expect(await letters()).toHaveLength(1), { timeout: 8_000 });
  });
});

describe('the list of messages', () => {
  it('is paged, newest first, without gaps or repeats', async () => {
    const replica = await start();
    for (let i = 0; i < 7; i += 1) await ask(bus, notice());
    await vi.waitFor(() => expect(slack.calls).toHaveLength(7));

    const seen: string[] = [];
    let pageToken = '';
    do {
      const page = await replica.calls.listMessages({ pageSize: 3, pageToken });
      seen.push(...page.messages.map(({ id }) => id));
      pageToken = page.nextPageToken ?? '';
    } while (pageToken);

    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
  });

  it('is narrowed by channel, state and recipient', async () => {
    const replica = await start();
    await Promise.all([ask(bus, notice()), ask(bus, login()), ask(bus, login(key('l'), { to: 'bob@example.org' }))]);
    await vi.waitFor(() => expect([mail.mails.length, slack.calls.length]).toEqual([2, 1]));
    const count = async (query: object) => (await replica.calls.listMessages(query)).messages.length;

    await vi.waitFor(async () => expect(await count({ state: MessageState.SENT })).toBe(3));
    expect(await count({ channel: Channel.EMAIL })).toBe(2);
    expect(await count({ to: 'bob@example.org' })).toBe(1);
    expect(await count({ state: MessageState.FAILED })).toBe(0);
  });
});

describe('the notifier', () => {
  it('says how its ways out are', async () => {
    const { calls } = await start();

    const { providers } = await calls.listProviders({});

    expect(providers.map(({ name, state }) => [name, state])).toEqual([
      ['smtp', ProviderState.SANDBOX],
      ['twilio', ProviderState.SANDBOX],
      ['slack', ProviderState.SANDBOX],
      ['slack-webhook', ProviderState.SANDBOX],
      ['fcm', ProviderState.SANDBOX],
    ]);
  });

  it('gives back what it has not sent when it stops, so that the next one need not wait', async () => {
    const slow = await startNotifier({
      bus,
      store,
      clock,
      env: { SLACK_MESSAGES_PER_SECOND: '0.01', SLACK_BURST: '1' },
    });
    await Promise.all([ask(bus, notice()), ask(bus, notice())]);
    await vi.waitFor(async () => expect((await slow.calls.listMessages({})).messages).toHaveLength(2));
    await vi.waitFor(() => expect(slack.calls).toHaveLength(1));
    await slow.close();

    const replica = await start();

    await vi.waitFor(() => expect(slack.calls).toHaveLength(2));
    expect(slow.failures).toEqual([]);
    expect((await replica.calls.listMessages({ state: MessageState.SENT })).messages.length).toBeGreaterThan(0);
  });
});
