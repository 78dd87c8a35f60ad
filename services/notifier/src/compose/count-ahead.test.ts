import { expect, it, vi } from 'vitest';
import type { GetStatistics } from '../app/queries.ts';
import { countAhead } from './count-ahead.ts';

const clock = { now: () => new Date('2026-03-02T12:00:00Z') };

it('counts the days that are over, the latest first', async () => {
  const statistics = vi.fn<GetStatistics>(async () => ({ rows: [], days: [], reasons: [] }));
  const ahead = countAhead({ statistics, clock, report: () => undefined, firstMs: 0 });

  await vi.waitFor(() => expect(statistics).toHaveBeenCalledTimes(93));
  await ahead.close();

  expect(statistics.mock.calls[0]?.[0]).toMatchObject({
    from: new Date('2026-03-01T00:00:00Z'),
    to: new Date('2026-03-02T00:00:00Z'),
  });
});

it('stops with the day that it is at, and says what went wrong', async () => {
  const report = vi.fn<(error: unknown) => void>();
  const day = Promise.withResolvers<never>();
  const statistics = vi.fn<GetStatistics>(() => day.promise);
  const ahead = countAhead({ statistics, clock, report, firstMs: 0 });
  await vi.waitFor(() => expect(statistics).toHaveBeenCalledOnce());

  const closed = ahead.close();
  day.reject(new Error('away'));
  await closed;

  expect(report).toHaveBeenCalledOnce();
});
