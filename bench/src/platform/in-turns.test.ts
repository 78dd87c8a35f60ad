import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { inTurns } from './in-turns.ts';

it('gives the results in the order of the items', async () => {
  const results = await inTurns([3, 1, 2], 3, async (turns) => {
    for (let turn = 0; turn < turns; turn++) await nextTurn();
    return turns * 10;
  });
  expect(results).toEqual([30, 10, 20]);
});

it('works on no more items at once than it may', async () => {
  let running = 0;
  let most = 0;
  await inTurns([1, 2, 3, 4, 5], 2, async () => {
    most = Math.max(most, ++running);
    await nextTurn();
    running--;
  });
  expect(most).toBe(2);
});

it('fails when the work for an item fails', async () => {
  await expect(inTurns([1, 2], 1, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
});
