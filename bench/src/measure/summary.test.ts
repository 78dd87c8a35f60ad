import { describe, expect, it } from 'vitest';
import type { Measured } from '../load/phase.ts';
import type { Floor, Row } from '../rows/row.ts';
import { isMet, summarise } from './summary.ts';

const measured = (perSecond: number, more: Partial<Measured> = {}): Measured => ({
  sent: 100,
  good: 100,
  bad: {},
  perSecond,
  p50Ms: 1,
  p99Ms: 10,
  ...more,
});
const row = (...floors: Floor[]): Row => ({ id: 'r', title: 'a row', peer: 'a peer', floors });
const fast: Floor = { figure: 'perSecond', bound: 'at least', of: 50 };

describe('a summary of rounds', () => {
  it('is the median of the rounds', () => {
    const ours = [measured(10), measured(90), measured(60)];
    expect(summarise(row(), { ours, peer: [measured(1)] }).ours.perSecond).toBe(60);
  });

  it('has the median ratio of the pairs, not the ratio of the medians', () => {
    const ours = [measured(10), measured(90), measured(60)];
    const peer = [measured(10), measured(30), measured(60)];
    expect(summarise(row(), { ours, peer }).ratio).toBe(1);
  });

  it('meets a floor that it reaches exactly', () => {
    const summary = summarise(row(fast), { ours: [measured(50)], peer: [measured(1)] });
    expect(isMet(summary)).toBe(true);
  });

  it('does not meet a bound above which it must not be', () => {
    const quick: Floor = { figure: 'p99Ms', bound: 'at most', of: 9 };
    const summary = summarise(row(fast, quick), { ours: [measured(50)], peer: [measured(1)] });
    expect(summary.verdicts.map((one) => one.isMet)).toEqual([true, false]);
    expect(isMet(summary)).toBe(false);
  });

  it('meets nothing when an answer was no success', () => {
    const summary = summarise(row(fast), { ours: [measured(99, { bad: { 503: 1 } })], peer: [measured(1)] });
    expect(summary.bad).toBe(1);
    expect(isMet(summary)).toBe(false);
  });
});
