import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUCKET_RATIO, type Cell, dayOf, daysOf, fewReasons, isSettledAt, statisticsOf } from './day-cells.ts';

const cell = (change: Partial<Cell> = {}): Cell => ({
  channel: 'email',
  category: 'reminder',
  template: 'reminder',
  provider: 'smtp',
  status: 'sent',
  isDelivered: false,
  isRead: false,
  reason: '',
  count: 1,
  waitedMs: 0,
  segments: 0,
  costMicros: 0,
  ...change,
});
const waiting = (ms: number, count = 1): Cell =>
  cell({ bucket: Math.floor(Math.log(Math.max(1, ms)) / Math.log(BUCKET_RATIO)), count, waitedMs: ms * count });

describe('the days of a span of time', () => {
  it('are whole in between, and what there is of them at its ends', () => {
    const days = daysOf({ from: new Date('2026-03-01T18:00:00Z'), to: new Date('2026-03-04T06:00:00Z') });
    expect(days.map(({ day, isWhole }) => [day, isWhole])).toEqual([
      ['2026-03-01', false],
      ['2026-03-02', true],
      ['2026-03-03', true],
      ['2026-03-04', false],
    ]);
  });

  it('cover it without a gap, each within one day', () => {
    const moment = fc.date({ min: new Date('2025-12-01'), max: new Date('2026-12-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, fc.nat({ max: 93 * 86_400_000 }), (from, ms) => {
        const to = new Date(from.getTime() + ms + 1);
        const days = daysOf({ from, to });
        expect([days[0]?.from, days.at(-1)?.to]).toEqual([from, to]);
        expect(days.slice(1).map((one) => one.from)).toEqual(days.slice(0, -1).map((one) => one.to));
        for (const one of days) {
          expect([dayOf(one.from), dayOf(new Date(one.to.getTime() - 1))]).toEqual([one.day, one.day]);
        }
      }),
    );
  });
});

describe('the statistics of days', () => {
  const days = [
    { day: '2026-03-01', cells: [cell({ count: 3 }), cell({ channel: 'sms', provider: 'twilio', segments: 2 })] },
    { day: '2026-03-02', cells: [cell({ count: 4, template: 'login' })] },
  ];

  it.each([
    [
      'channel',
      [
        ['email', 7],
        ['sms', 1],
      ],
    ],
    [
      'template',
      [
        ['login', 4],
        ['reminder', 4],
      ],
    ],
    [
      'provider',
      [
        ['smtp', 7],
        ['twilio', 1],
      ],
    ],
    ['category', [['reminder', 8]]],
  ] as const)('are told apart by %s', (by, expected) => {
    expect(statisticsOf(days, by).rows.map(({ key, total }) => [key, total])).toEqual(expected);
  });

  it('have the times of all days together, near to the exact ones', () => {
    const some = [
      { day: 'a', cells: [waiting(1_000, 90)] },
      { day: 'b', cells: [waiting(9_000, 5), waiting(60_000, 5)] },
    ];
    expect(statisticsOf(some, 'channel').rows[0]?.latency).toEqual({ p50Ms: 1_000, p95Ms: 9_000 });
  });

  it('have times within a tenth of the exact ones', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 90_000_000 }), { minLength: 1, maxLength: 200 }), (all) => {
        const exact = all.toSorted((a, b) => a - b)[Math.ceil(all.length / 2) - 1]!;
        const cells = all.map((ms) => waiting(ms));
        const { p50Ms } = statisticsOf([{ day: 'a', cells }], 'channel').rows[0]!.latency!;
        expect(Math.abs(p50Ms - exact)).toBeLessThanOrEqual(exact * (BUCKET_RATIO - 1) + 1);
      }),
    );
  });

  it('have no times where nothing was sent', () => {
    expect(statisticsOf([{ day: 'a', cells: [cell({ status: 'failed' })] }], 'channel').rows[0]).not.toHaveProperty(
      'latency',
    );
  });
});

it('keeps the hundred most frequent reasons apart, and all that failed', () => {
  const many = Array.from({ length: 300 }, (_, n) => cell({ status: 'failed', reason: `r${n}`, count: n + 1 }));
  const few = fewReasons([...many, cell()]);
  const reasons = new Set(few.map(({ reason }) => reason));
  expect(reasons.size).toBe(102);
  expect([reasons.has('r299'), reasons.has('r0'), reasons.has('Other reasons.')]).toEqual([true, false, true]);
  expect(few.reduce((sum, { count }) => sum + count, 0)).toBe((300 * 301) / 2 + 1);
});

it('trusts a count only when nothing that was announced before it can still be on its way', () => {
  expect([isSettledAt(100_000, 10_000), isSettledAt(100_001, 10_000), isSettledAt(10_000, 10_000)]).toEqual([
    false,
    true,
    false,
  ]);
});
