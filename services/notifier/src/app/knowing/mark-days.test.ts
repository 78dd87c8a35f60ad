import { describe, expect, it, vi } from 'vitest';
import { markDays } from './mark-days.ts';

const monday = new Date('2026-03-02T09:00:00Z');
const tuesday = new Date('2026-03-03T09:00:00Z');

function setUp() {
  const state = { nowMs: 1_000 };
  const mark = vi.fn<(day: string, atMs: number) => Promise<void>>(() => Promise.resolve());
  const report = vi.fn<(error: unknown) => void>();
  return { state, mark, report, markDay: markDays({ dayCounts: { mark }, realNow: () => state.nowMs, report }) };
}

describe('a day whose messages change', () => {
  it('is marked before the first change, and then every half minute', async () => {
    const { state, mark, markDay } = setUp();
    await markDay(monday);
    expect(markDay(monday)).toBeUndefined();
    state.nowMs += 30_000;
    await markDay(monday);

    expect(mark.mock.calls).toEqual([
      ['2026-03-02', 1_000],
      ['2026-03-02', 31_000],
    ]);
  });

  it('is marked by itself', async () => {
    const { mark, markDay } = setUp();
    await Promise.all([markDay(monday), markDay(tuesday)]);
    expect(mark.mock.calls.map(([day]) => day)).toEqual(['2026-03-02', '2026-03-03']);
  });

  it('keeps other changes waiting while it is being marked: none is made before', async () => {
    const { mark, markDay } = setUp();
    const marking = Promise.withResolvers<void>();
    mark.mockReturnValueOnce(marking.promise);
    const [first, second] = [markDay(monday), markDay(monday)];
    expect(second).toBeInstanceOf(Promise);
    marking.resolve();
    await Promise.all([first, second]);
    expect(mark).toHaveBeenCalledOnce();
  });

  it('keeps no message back when it cannot be marked, and is tried again with the next one', async () => {
    const { mark, report, markDay } = setUp();
    mark.mockRejectedValueOnce(new Error('away'));
    await expect(markDay(monday)).resolves.toBeUndefined();
    expect(report).toHaveBeenCalledOnce();
    await markDay(monday);
    expect(mark).toHaveBeenCalledTimes(2);
  });
});
