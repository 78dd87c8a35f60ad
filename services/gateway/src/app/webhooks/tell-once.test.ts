import { expect, it, vi } from 'vitest';
import type { Receipts } from './receive-webhook.ts';
import { tellOnce } from './tell-once.ts';

const scenario = (change: Partial<Receipts> = {}) => {
  const kept = new Map<string, Date>();
  const report = vi.fn<(error: unknown) => void>();
  const receipts: Receipts = {
    has: async (id) => kept.has(id),
    add: async (id, expiresAt) => void kept.set(id, expiresAt),
    ...change,
  };
  const carryOut = vi.fn<() => Promise<void>>(() => Promise.resolve());
  return { kept, report, carryOut, tell: tellOnce({ receipts, realNow: () => 0, report }) };
};

it('carries out once what is told again, and is content with the repeats', async () => {
  const { tell, carryOut, kept } = scenario();

  for (let again = 0; again < 4; again += 1) await tell('Ev1', carryOut);
  await tell('Ev2', carryOut);

  expect(carryOut).toHaveBeenCalledTimes(2);
  expect(kept.get('Ev1')).toEqual(new Date(86_400_000));
});

it('carries it out at the next try when the first one failed', async () => {
  const { tell, carryOut } = scenario();
  carryOut.mockRejectedValueOnce(new Error('away'));

  await expect(tell('Ev1', carryOut)).rejects.toThrow('away');
  await tell('Ev1', carryOut);

  expect(carryOut).toHaveBeenCalledTimes(2);
});

it('carries it out without a memory, and says that it has none', async () => {
  const away = () => Promise.reject(new Error('away'));
  const { tell, carryOut, report } = scenario({ has: away, add: away });

  await tell('Ev1', carryOut);

  expect(carryOut).toHaveBeenCalledOnce();
  expect(report).toHaveBeenCalledTimes(2);
});
