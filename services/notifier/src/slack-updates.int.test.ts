import type { Bus } from '@guildhall/messaging';
import type { Store } from '@guildhall/mongo';
import { type FakeCall, type HttpFake, httpFake } from '@guildhall/providers/testing';
import { offsetClock } from '@guildhall/runtime';
import { testBus, testStore } from '@guildhall/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { aCommand } from './adapters/nats/testing.ts';
import { ask, startNotifier } from './testing.ts';

let bus: Bus;
let store: Store;
let slack: HttpFake;
let notifier: Awaited<ReturnType<typeof startNotifier>>;
const clock = offsetClock();

beforeAll(async () => {
  bus = await testBus();
});
afterAll(() => bus.close());
beforeEach(async () => {
  [store, slack] = await Promise.all([testStore(), httpFake()]);
  let posts = 0;
  slack.answer(({ path, body }) => {
    const ts = path.endsWith('chat.update') ? new URLSearchParams(body).get('ts') : `17.${(posts += 1)}`;
    return { body: { ok: true, channel: 'C1', ts, message: {} } };
  });
});
afterEach(async () => {
  await notifier.close();
  await Promise.all([store.close(), slack.close()]);
});

const start = async (env: Record<string, string>) => {
  notifier = await startNotifier({ bus, store, clock, env: { SLACK_API_URL: `${slack.url}/api/`, ...env } });
};
const quick = { SLACK_MESSAGES_PER_SECOND: '100', SLACK_BURST: '100' };
let asked = 0;
const present = (count: number) =>
  ask(
    bus,
    aCommand({
      idempotencyKey: `presence:${(asked += 1)}`,
      updateKey: 'presence:north',
      variables: { displayName: 'Ada', movement: 'in', count: String(count), siteName: 'North' },
    }),
  );
const method = ({ path }: FakeCall) => path.split('/').at(-1);
const shown = () => {
  const last = new URLSearchParams(slack.calls.at(-1)?.body).get('text') ?? '';
  return Number(/(\d+) (?:person|people)/.exec(last)?.[1]);
};

it('changes one message in place, however often presence changes', async () => {
  await start(quick);

  for (const count of [1, 2, 3]) {
    await present(count);
    await vi.waitFor(() => expect(shown()).toBe(count), 8_000);
    await vi.waitFor(async () => expect((await notifier.calls.listMessages({})).messages[0]?.sentAt).toBeDefined());
  }

  expect(slack.calls.map(method)).toEqual(['chat.postMessage', 'chat.update', 'chat.update']);
});

it('posts anew when somebody deleted the message', async () => {
  await start(quick);
  await present(1);
  await vi.waitFor(
    async () => expect((await notifier.calls.listMessages({})).messages[0]?.sentAt).toBeDefined(),
    8_000,
  );
  slack.answer(({ path }) =>
    path.endsWith('chat.update')
      ? { body: { ok: false, error: 'message_not_found' } }
      : { body: { ok: true, channel: 'C1', ts: '18.1', message: {} } },
  );

  await present(2);

  await vi.waitFor(() => expect(slack.calls.map(method).slice(1)).toEqual(['chat.update', 'chat.postMessage']), 8_000);
  expect(shown()).toBe(2);
});

it('sends only the latest of what piled up behind Slack’s pace', async () => {
  await start({ SLACK_MESSAGES_PER_SECOND: '1', SLACK_BURST: '1' });
  await present(0);
  await vi.waitFor(() => expect(slack.calls).toHaveLength(1), 8_000);

  for (let count = 1; count <= 30; count += 1) await present(count);

  await vi.waitFor(() => expect(shown()).toBe(30), 8_000);
  expect(slack.calls.length).toBeLessThanOrEqual(5);
});
