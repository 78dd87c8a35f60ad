import { describe, expect, it } from 'vitest';
import {
  isChangedInTime,
  isListedInTime,
  isOutInTime,
  isReconciled,
  leavingReport,
  listReport,
  reconcileReport,
  roleChangeReport,
} from './volunteers-report.ts';

const timed = { count: 3, missing: 0, tookMs: [200, 400, 900] };
const run = { people: 5_000, state: 'done', tookMs: 4_800, calls: 111, slackCalls: 36, googleCalls: 75 };
const reconciled = { ...run, missing: 15, taken: 5 };
const measured = { sent: 10, good: 10, bad: {}, perSecond: 200, p50Ms: 4.2, p99Ms: 9 };

describe('the floors of volunteers', () => {
  it('are met by the slowest, and by everybody', () => {
    expect(isChangedInTime(timed)).toBe(true);
    expect(isChangedInTime({ ...timed, tookMs: [200, 400, 1_001] })).toBe(false);
    expect(isOutInTime({ ...timed, missing: 1 })).toBe(false);
  });

  it('need a whole comparison that found everybody who was missing', () => {
    expect(isReconciled(reconciled)).toBe(true);
    expect(isReconciled({ ...reconciled, missing: 14 })).toBe(false);
    expect(isReconciled({ ...reconciled, state: 'stopped' })).toBe(false);
    expect(isReconciled({ ...reconciled, tookMs: 60_001 })).toBe(false);
  });

  it('are missed by one slow kind of page, or one bad answer', () => {
    expect(isListedInTime([{ title: 'first page', measured }])).toBe(true);
    expect(isListedInTime([{ title: 'first page', measured: { ...measured, p50Ms: 10.1 } }])).toBe(false);
    expect(isListedInTime([{ title: 'first page', measured: { ...measured, bad: { 500: 1 } } }])).toBe(false);
  });
});

describe('the report', () => {
  it('tells the numbers with their verdict', () => {
    expect(roleChangeReport(timed)).toMatch(/\| 3 +\| 0 +\| 400 +\| 900 +\| last ≤ 1 000 \| met/);
    expect(leavingReport({ ...timed, missing: 1 })).toContain('missed');
    expect(reconcileReport(reconciled)).toMatch(/5 000 +\| 15 of 15 +\| 111 +\| 36 +\| 75 +\| 4800/);
    expect(listReport([{ title: 'first page', measured }], 50_000)).toContain('list of 50 000 people');
  });
});
