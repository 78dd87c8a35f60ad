import { describe, expect, it } from 'vitest';
import { completeJob, holdJob, jobDueAt, newJob, nextDaily } from './job.ts';

const due = new Date('2026-03-02T02:30:00Z');
const after = (milliseconds: number): Date => new Date(due.getTime() + milliseconds);

it('the next time of day is later today or tomorrow, never now', () => {
  expect(nextDaily(new Date('2026-03-02T02:29:59.999Z'), 150)).toEqual(due);
  expect(nextDaily(due, 150)).toEqual(new Date('2026-03-03T02:30:00Z'));
});

describe('a job', () => {
  const job = newJob('j', due);

  it('is held by the first who comes when it is due', () => {
    expect(holdJob(job, after(-1))).toBeUndefined();
    const held = holdJob(job, due);
    expect(held).toMatchObject({ version: 2, heldUntil: after(600_000) });
    expect(held && holdJob(held, after(599_999))).toBeUndefined();
    expect(held && jobDueAt(held)).toEqual(after(600_000));
  });

  it('is taken over from who died at it', () => {
    const held = holdJob(job, due);
    expect(held && holdJob(held, after(600_000))).toMatchObject({ version: 3 });
  });

  it('remembers what it is told', () => {
    const held = holdJob(job, due) ?? job;
    const done = completeJob(held, { link: 'x' }, after(1), after(86_400_000));
    expect(done).toEqual({ id: 'j', version: 3, dueAt: after(86_400_000), lastAt: after(1), memory: { link: 'x' } });
  });
});
