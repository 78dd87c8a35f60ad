import { describe, expect, it } from 'vitest';
import type { Issue } from './import-row.ts';
import { begun, cancelled, type Counts, type ImportOptions, loaded, progressed } from './import-run.ts';

const now = new Date('2026-03-02T08:00:00Z');
const by = { personId: 'root', displayName: 'Root', kind: 'session', ip: '', userAgent: '' } as const;
const none = { dryRun: false, allOrNothing: false, updateExisting: false };
const run = (options: Partial<ImportOptions> = {}, rows = 250) =>
  loaded(begun({ id: 'i', name: 'f', options: { ...none, ...options }, columns: {}, rows, issues: [], by }, now));
const counts = (change: Partial<Counts> = {}): Counts => ({
  created: 0,
  updated: 0,
  unchanged: 0,
  failed: 0,
  ...change,
});
const batch = (from: number, rows: number, change: Partial<Counts> = {}, issues: readonly Issue[] = []) => ({
  from,
  rows,
  counts: counts(change),
  issues,
});
const warning: Issue = { line: 2, column: '', severity: 'warning', detail: 'w' };
const error: Issue = { ...warning, severity: 'error' };

describe('an import', () => {
  it('goes on batch by batch until all lines are done', () => {
    const first = progressed(run(), 'running', batch(0, 200, { created: 199, failed: 1 }, [error]), now);
    expect(first).toMatchObject({ state: 'running', done: 200, counts: { created: 199, failed: 1 } });
    const last = progressed(first, 'running', batch(200, 50, { updated: 50 }), now);
    expect(last).toMatchObject({ state: 'done', done: 250, counts: { created: 199, updated: 50 }, finishedAt: now });
    expect(last.version).toBe(first.version + 1);
  });

  it('counts a batch once, whoever did it', () => {
    const after = progressed(run(), 'running', batch(0, 200, { created: 200 }), now);
    expect(progressed(after, 'running', batch(0, 200, { created: 200 }), now)).toBe(after);
  });

  it('changes nothing in a dry run', () => {
    const dry = run({ dryRun: true, allOrNothing: true }, 3);
    expect(dry.state).toBe('checking');
    expect(progressed(dry, 'checking', batch(0, 3, { created: 3 }), now).state).toBe('done');
  });

  it('is refused where it is all or nothing and a line is wrong', () => {
    const after = progressed(
      run({ allOrNothing: true }, 3),
      'checking',
      batch(0, 3, { created: 2, failed: 1 }, [error]),
      now,
    );
    expect(after).toMatchObject({ state: 'refused', counts: { failed: 1 }, issues: [error], finishedAt: now });
  });

  it('begins anew where it is all or nothing and every line is right, and warns once', () => {
    const checked = progressed(run({ allOrNothing: true }, 3), 'checking', batch(0, 3, { created: 3 }, [warning]), now);
    expect(checked).toMatchObject({ state: 'running', done: 0, counts: counts(), warnings: 1 });
    const done = progressed(checked, 'running', batch(0, 3, { created: 3 }, [warning, error]), now);
    expect(done).toMatchObject({ state: 'done', warnings: 1, issues: [warning, error] });
  });

  it('stays cancelled, with what was under way', () => {
    const stopped = cancelled(run(), now);
    const after = progressed(stopped, 'running', batch(0, 200, { created: 200 }), now);
    expect(after).toMatchObject({ state: 'cancelled', done: 200, counts: { created: 200 } });
  });

  it('keeps the first thousand of what was wrong', () => {
    const many = Array.from({ length: 1_100 }, (_, line) => ({ ...error, line }));
    expect(progressed(run(), 'running', batch(0, 200, {}, many), now).issues).toHaveLength(1_000);
  });
});
