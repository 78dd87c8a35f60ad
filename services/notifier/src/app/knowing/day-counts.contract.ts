import { beforeEach, describe, expect, it } from 'vitest';
import type { Cell } from '../../domain/knowing/day-cells.ts';
import type { DayCounts } from './ports.ts';

const cells: readonly Cell[] = [
  {
    channel: 'sms',
    category: 'auth',
    template: 'login',
    provider: 'twilio',
    status: 'failed',
    isDelivered: false,
    isRead: false,
    reason: 'No such “number”.',
    count: 2,
    waitedMs: 0,
    segments: 3,
    costMicros: 40_000,
  },
];

/** What any memory of counts promises. */
export function dayCountsContract(open: () => Promise<DayCounts>): void {
  describe('the counts of days', () => {
    let counts: DayCounts;
    const known = async (...days: string[]) => [...(await counts.find(days)).keys()].toSorted();
    beforeEach(async () => {
      counts = await open();
    });

    it('are found as they were put, those that are asked for', async () => {
      await counts.put('2026-03-01', cells, 1_000_000);
      await counts.put('2026-03-02', [], 1_000_000);
      await counts.put('2026-03-03', cells, 1_000_000);

      const found = await counts.find(['2026-03-01', '2026-03-02', '2026-03-09']);
      expect([...found].toSorted()).toEqual([
        ['2026-03-01', cells],
        ['2026-03-02', []],
      ]);
    });

    it('do not hold once the day changed, until they are counted anew', async () => {
      await counts.put('2026-03-01', cells, 1_000_000);
      await counts.mark('2026-03-01', 2_000_000);
      expect(await known('2026-03-01')).toEqual([]);

      await counts.put('2026-03-01', cells, 2_050_000);
      expect(await known('2026-03-01')).toEqual([]);

      await counts.put('2026-03-01', cells, 2_100_000);
      expect(await known('2026-03-01')).toEqual(['2026-03-01']);
    });

    it('know the latest change, in whatever order they hear of it', async () => {
      await counts.mark('2026-03-01', 2_000_000);
      await counts.mark('2026-03-01', 1_000_000);
      await counts.put('2026-03-01', cells, 1_500_000);

      expect(await known('2026-03-01')).toEqual([]);
    });
  });
}
