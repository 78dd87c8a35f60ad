import { Category, Channel } from '@guildhall/contracts/notifier/v1/commands';
import { MessageState } from '@guildhall/contracts/notifier/v1/service';
import type { Bus } from '@guildhall/messaging';
import type { Store } from '@guildhall/mongo';
import { type HttpFake, httpFake, type SmtpFake, smtpFake } from '@guildhall/providers/testing';
import { offsetClock } from '@guildhall/runtime';
import { testBus, testStore } from '@guildhall/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { aCommand } from './adapters/nats/testing.ts';
import { ask, startNotifier, testSealer } from './testing.ts';

let bus: Bus;
let store: Store;
let second: SmtpFake;
let slack: HttpFake;
let notifier: Awaited<ReturnType<typeof startNotifier>>;

beforeAll(async () => {
  bus = await testBus();
});
afterAll(() => bus.close());
beforeEach(async () => {
  [store, second, slack] = await Promise.all([testStore(), smtpFake(), httpFake()]);
});
afterEach(async () => {
  await notifier.close();
  await Promise.all([store.close(), second.close(), slack.close()]);
});

const start = async (env: Record<string, string>) => {
  const pace = { SLACK_MESSAGES_PER_SECOND: '1000', SLACK_BURST: '1000' };
  notifier = await startNotifier({ bus, store, clock: offsetClock(), env: { ...pace, ...env } });
};
const sentMessage = async (state = MessageState.SENT) =>
  vi.waitFor(
    async () => {
      const { messages } = await notifier.calls.listMessages({ state });
      expect(messages).toHaveLength(1);
      return messages[0]!;
    },
    { timeout: 10_000 },
  );
let asked = 0;
const login = () => {
  const idempotencyKey = `failover:login:${(asked += 1)}`;
  return aCommand({
    idempotencyKey,
    category: Category.AUTH,
    channel: Channel.EMAIL,
    to: 'ada@example.org',
    template: 'login',
    variables: { expiresMinutes: '15' },
    sealedVariables: testSealer.seal({ code: '123456' }, idempotencyKey),
  });
};

describe('a mail whose first server is down', () => {
  it('goes by the second within ten seconds, and both are recorded', async () => {
    await start({ SMTP_URL: 'smtp://127.0.0.1:1', SMTP_2_URL: second.url });

    const begun = performance.now();
    await ask(bus, login());
    const message = await sentMessage();

    expect(performance.now() - begun).toBeLessThan(10_000);
    expect(message.attempts).toMatchObject([
      { provider: 'smtp-2', outcome: 'sent', unclear: false, passedOn: [{ provider: 'smtp' }] },
    ]);
    expect(second.mails.map(({ header }) => header('X-Guildhall-Message-Id'))).toEqual([message.id]);
  });
});

describe('a mail that the first server may have', () => {
  it('is left with it: the second is never asked', async () => {
    const first = await smtpFake();
    await start({ SMTP_URL: first.url, SMTP_2_URL: second.url });
    first.drop(true);

    await ask(bus, login());
    await vi.waitFor(async () => {
      const { messages } = await notifier.calls.listMessages({});
      expect(messages[0]?.attempts).toMatchObject([{ provider: 'smtp', outcome: 'failed', unclear: true }]);
    });
    first.drop(false);
    const message = await sentMessage();

    expect(message.attempts.map(({ provider, outcome }) => [provider, outcome])).toEqual([
      ['smtp', 'failed'],
      ['smtp', 'sent'],
    ]);
    expect(second.mails).toEqual([]);
    await first.close();
  });
});

describe('Slack messages of one thread', () => {
  it('answer the first one', async () => {
    let posts = 0;
    slack.answer(() => ({ body: { ok: true, channel: 'C1', ts: `170000000${(posts += 1)}.000100` } }));
    await start({ SLACK_BOT_TOKEN: 'xoxb-sandbox', SLACK_API_URL: `${slack.url}/` });
    const notice = (n: number) => aCommand({ idempotencyKey: `thread:${n}`, to: '#building', threadKey: 'case 7' });

    for (const n of [1, 2, 3]) {
      await ask(bus, notice(n));
      await vi.waitFor(() => expect(slack.calls).toHaveLength(n));
      await vi.waitFor(async () =>
        expect((await notifier.calls.listMessages({ state: MessageState.SENT })).messages).toHaveLength(n),
      );
    }

    const threads = slack.calls.map(({ body }) => new URLSearchParams(body).get('thread_ts'));
    expect(threads).toEqual([null, '1700000001.000100', '1700000001.000100']);
  });
});
