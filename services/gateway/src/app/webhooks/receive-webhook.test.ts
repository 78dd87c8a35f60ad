import { expect, it, vi } from 'vitest';
import { type Receipts, receiveWebhook } from './receive-webhook.ts';

const scenario = (change: Partial<Receipts> = {}) => {
  const kept = new Map<string, Date>();
  const report = vi.fn<(error: unknown) => void>();
  const receipts: Receipts = {
    has: async (id) => kept.has(id),
    add: async (id, expiresAt) => void kept.set(id, expiresAt),
    ...change,
  };
  return { kept, report, receive: receiveWebhook({ receipts, realNow: () => 0, report }) };
};
const done = () => Promise.resolve('done');

it('carries a request out once', async () => {
  const { receive } = scenario();
  const carryOut = vi.fn<() => Promise<string>>(done);

  expect(await receive('a', carryOut)).toBe('done');
  await expect(receive('a', carryOut)).rejects.toMatchObject({ kind: 'conflict', code: 'gateway.webhook_repeated' });

  expect(carryOut).toHaveBeenCalledOnce();
});

it('carries it out once when it comes twice at the same moment', async () => {
  const { receive } = scenario();
  const carryOut = vi.fn<() => Promise<string>>(done);

  const [first, second] = await Promise.allSettled([receive('a', carryOut), receive('a', carryOut)]);

  expect([first.status, second.status]).toEqual(['fulfilled', 'rejected']);
  expect(carryOut).toHaveBeenCalledOnce();
});

it('remembers it for a day', async () => {
  const { receive, kept } = scenario();

  await receive('a', done);

  expect(kept.get('a')).toEqual(new Date(86_400_000));
});

it('takes it again when the first try failed on our side', async () => {
  const { receive } = scenario();

  await expect(receive('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');

  expect(await receive('a', done)).toBe('done');
});

it('takes it without a memory, and says that it has none', async () => {
  const away = () => Promise.reject(new Error('away'));
  const { receive, report } = scenario({ has: away, add: away });

  expect(await receive('a', done)).toBe('done');
  expect(report).toHaveBeenCalledTimes(2);
});
