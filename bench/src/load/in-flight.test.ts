import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { keepInFlight } from './in-flight.ts';

it('keeps as many calls under way as it was told', async () => {
  let running = 0;
  let most = 0;
  const measured = await keepInFlight(8, 0.05, async () => {
    most = Math.max(most, ++running);
    await nextTurn();
    running--;
  });
  expect(most).toBe(8);
  expect(measured.good).toBeGreaterThan(8);
});

it('ends with the error of a call', async () => {
  await expect(keepInFlight(2, 1, () => Promise.reject(new Error('away')))).rejects.toThrow('away');
});
