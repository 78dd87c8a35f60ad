import { describe, expect, it } from 'vitest';
import { summarise } from '../measure/summary.ts';
import type { Measured } from '../load/phase.ts';
import type { Row } from '../rows/row.ts';
import { benchReport } from './bench-report.ts';

const measured = (perSecond: number, bad = {}): Measured => ({
  sent: 9,
  good: 9,
  bad,
  perSecond,
  p50Ms: 1.26,
  p99Ms: 30.4,
});
const row: Row = {
  id: 'r',
  title: 'sign-in',
  peer: 'plain',
  floors: [
    { figure: 'ratio', bound: 'at least', of: 2.5 },
    { figure: 'p99Ms', bound: 'at most', of: 40 },
  ],
};
const circumstances = {
  at: new Date('2026-03-02T09:05:00Z'),
  command: 'npm run bench',
  machine: '2 cores',
  load: [0.1, 2] as const,
  rounds: 3,
  seconds: 4,
};
const report = (ours: Measured) =>
  benchReport([summarise(row, { ours: [ours], peer: [measured(1_000)] })], circumstances);

describe('the report', () => {
  it('says when, how and on what it was measured', () => {
    const text = report(measured(3_000));
    expect(text).toContain('2026-03-02 09:05 UTC, `npm run bench`');
    expect(text).toContain('2 cores; load average 0.1 before, 2.0 after; medians of 3 rounds of 4 s a side');
  });

  it('puts both sides, the ratio and the floors on one line', () => {
    const line = report(measured(3_000))
      .split('\n')
      .find((one) => one.includes('sign-in'));
    expect(line?.replaceAll(/ +/g, ' ')).toBe(
      '| sign-in | 3 000 | 1.3 | 30 | plain | 1 000 | 1.3 | 30 | 3.00× | ≥ 2.5×, p99 ≤ 40 ms | met |',
    );
  });

  it('says that a floor was missed', () => {
    expect(report(measured(2_000))).toContain('| missed');
  });

  it('calls a line invalid whose requests were refused', () => {
    expect(report(measured(3_000, { 503: 2 }))).toContain('| invalid: 2 refused |');
  });

  it('tells how long a notice takes where there are notices', () => {
    const text = report({ ...measured(3_000), notice: { p50Ms: 11, p99Ms: 34 } });
    expect(text).toMatch(/notice stored[^]*\| sign-in \| 11 +\| 34 +\|/);
    expect(report(measured(3_000))).not.toContain('notice stored');
  });

  it('tells where the processor time goes, the most expensive process first', () => {
    const text = report({ ...measured(3_000), cost: { nats: 0.02, register: 0.1, idle: 0.0001 } });
    expect(text).toMatch(/\| sign-in \| 0.120 \| register 0.100, nats 0.020 \|/);
  });
});
