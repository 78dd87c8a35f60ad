import { beforeEach, describe, expect, it } from 'vitest';
import type { Cell } from '../../domain/knowing/day-cells.ts';
import { countStatistics } from './count-statistics.ts';
import { inMemoryDayCounts } from './testing.ts';

const cell = {
  channel: 'email',
  category: 'reminder',
  template: 'reminder',
  provider: 'smtp',
  status: 'sent',
} as const;
const flags = { isDelivered: false, isRead: false, reason: '', waitedMs: 0, segments: 0, costMicros: 0 } as const;
const four: readonly Cell[] = [{ ...cell, ...flags, count: 4 }];

let dayCounts: ReturnType<typeof inMemoryDayCounts>;
let counted: string[];
let nowMs: number;
const open = (count: () => Promise<readonly Cell[]> = async () => four) =>
  countStatistics({
    dayCounts,
    realNow: () => nowMs,
    count: async ({ from }) => {
      counted.push(from.toISOString().slice(0, 13));
      return count();
    },
  });
const asked = { from: new Date('2026-03-01T00:00:00Z'), to: new Date('2026-03-03T12:00:00Z'), by: 'channel' } as const;

beforeEach(() => {
  [dayCounts, counted, nowMs] = [inMemoryDayCounts(), [], 1_000_000];
});

describe('the statistics', () => {
  it('count each whole day once, and the rest each time', async () => {
    const statistics = open();
    const first = await statistics(asked);
    const second = await statistics(asked);

    expect(counted).toEqual(['2026-03-01T00', '2026-03-02T00', '2026-03-03T00', '2026-03-03T00']);
    expect(first.rows[0]?.total).toBe(12);
    expect(second).toEqual(first);
  });

  it('count a day anew while its messages change, and for a while after that', async () => {
    const statistics = open();
    await statistics(asked);
    await dayCounts.mark('2026-03-02', nowMs);
    counted = [];

    await statistics(asked);
    nowMs += 89_000;
    await statistics(asked);
    expect(counted.filter((one) => one === '2026-03-02T00')).toHaveLength(2);

    nowMs += 2_000;
    await statistics(asked);
    counted = [];
    await statistics(asked);
    expect(counted).toEqual(['2026-03-03T00']);
  });

  it('do not trust a count that was begun before the last change settled, however long it took', async () => {
    await dayCounts.mark('2026-03-01', nowMs);
    nowMs += 60_000;
    await open(async () => {
      nowMs += 60_000;
      return four;
    })(asked);
    counted = [];

    await open()(asked);
    expect(counted).toContain('2026-03-01T00');
  });

  it('keep nothing of a count that failed', async () => {
    await expect(open(() => Promise.reject(new Error('away')))(asked)).rejects.toThrow('away');
    await open()(asked);
    expect(counted.filter((one) => one === '2026-03-01T00')).toHaveLength(2);
  });
});
