import { describe, expect, it } from 'vitest';
import type { Statistics } from '../../domain/knowing/statistics.ts';
import { later, nine } from '../../domain/testing.ts';
import { getStatisticsHandler } from './get-statistics.ts';

const DAY_S = 24 * 3_600;
const nothing: Statistics = { rows: [], days: [], reasons: [] };
const asked = { from: nine, to: later(DAY_S), by: 'channel' } as const;

/** Counting ends when the test says so, and so does patience. */
const counting = () => {
  const results: PromiseWithResolvers<Statistics>[] = [];
  const pauses: (() => void)[] = [];
  const get = getStatisticsHandler({
    statistics: () => {
      const result = Promise.withResolvers<Statistics>();
      results.push(result);
      return result.promise;
    },
    pause: () => new Promise((resolve) => pauses.push(resolve)),
  });
  return { get, results, pass: () => pauses.splice(0).forEach((end) => end()) };
};

describe('the statistics', () => {
  it.each([nine, later(-1), later(93 * DAY_S + 1)])('are refused until %s, with the field', async (to) => {
    await expect(counting().get({ ...asked, to })).rejects.toMatchObject({
      code: 'notifier.bad_range',
      errors: [{ pointer: '/to' }],
    });
  });

  it('go on being counted for who asks again', async () => {
    const { get, results, pass } = counting();
    const first = get(asked);
    pass();
    await expect(first).rejects.toMatchObject({ code: 'notifier.still_counting', retryAfterSeconds: 2 });

    const second = get(asked);
    results[0]?.resolve(nothing);

    expect(await second).toBe(nothing);
    expect(results).toHaveLength(1);
  });

  it('are counted anew after a while', async () => {
    const { get, results, pass } = counting();
    const first = get(asked);
    results[0]?.resolve(nothing);
    await first;
    await Promise.resolve();
    pass();
    await Promise.resolve();

    const second = get(asked);
    results[1]?.resolve(nothing);
    expect(await second).toBe(nothing);
  });

  it('are counted anew at once after a failure', async () => {
    const { get, results } = counting();
    const first = get(asked);
    results[0]?.reject(new Error('away'));
    await expect(first).rejects.toThrow('away');

    const second = get(asked);
    results[1]?.resolve(nothing);
    expect(await second).toBe(nothing);
  });

  it('are counted for two questions at once and no more', async () => {
    const { get } = counting();
    void get(asked);
    void get({ ...asked, by: 'template' });

    await expect(get({ ...asked, by: 'provider' })).rejects.toMatchObject({ code: 'notifier.still_counting' });
  });
});
