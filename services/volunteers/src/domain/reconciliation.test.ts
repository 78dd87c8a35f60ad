import { describe, expect, it } from 'vitest';
import { asked, claim, noTotals, planned, postponed, released, renewed, runDueAt } from './reconciliation.ts';
import { finished } from './reconciliation-end.ts';

const now = new Date('2026-03-02T08:00:00Z');
const later = (ms: number): Date => new Date(now.getTime() + ms);
const counts = { channels: 5, members: 9, calls: 7, totals: { ...noTotals, missing: 1 } };

describe('a run', () => {
  it('that is planned is due at its time, and begins then', () => {
    const run = planned('2026-03-03', later(1_000));
    expect(claim(run, now)).toBeUndefined();
    expect(claim(run, later(1_500))).toMatchObject({ state: 'running', attempts: 1, startedAt: later(1_500) });
  });

  it('that was asked for is due at once', () => {
    expect(runDueAt(asked('r', false, 'root', now))).toEqual(now);
  });

  it('is its process’s for a minute, and longer where that says so', () => {
    const held = claim(asked('r', false, 'root', now), now)!;
    expect(claim(held, later(59_999))).toBeUndefined();
    expect(claim(renewed(held, later(30_000)), later(60_000))).toBeUndefined();
    expect(claim(held, later(60_000))).toMatchObject({ attempts: 2, startedAt: now });
  });

  it('that is let go of is anybody’s at once', () => {
    const held = claim(asked('r', false, 'root', now), now)!;
    expect(claim(released(held, later(5)), later(5))).toMatchObject({ attempts: 2 });
  });

  it('gives way to another one', () => {
    expect(runDueAt(postponed(planned('d', now), now))).toEqual(later(60_000));
  });

  it('that is over is due no more', () => {
    const { next, said } = finished(asked('r', false, 'root', now), { state: 'done', reason: '', ...counts }, later(5));
    expect(next).toMatchObject({ state: 'done', endedAt: later(5), calls: 7, totals: { missing: 1 } });
    expect(runDueAt(next)).toBeUndefined();
    expect(said.map(({ type }) => type)).toEqual(['drift-found']);
  });

  it('that was stopped is told to administrators, once for the run', () => {
    const result = { state: 'stopped' as const, reason: 'It would take access from 3 of 10 people.', ...counts };
    const { said } = finished(asked('r', false, 'root', now), result, now);
    expect(said[1]).toMatchObject({ type: 'alert', key: 'reconciliation:r:stopped' });
    expect(said[1]).toMatchObject({ lines: ['It would take access from 3 of 10 people. Nothing was changed.'] });
  });
});
