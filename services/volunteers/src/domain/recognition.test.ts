import { describe, expect, it } from 'vitest';
import { record } from './attendance.ts';
import { recognitionOf } from './recognition.ts';
import type { Shift } from './shift.ts';

const now = new Date('2026-06-01T00:00:00Z');
const march = { from: new Date('2026-03-01T00:00:00Z'), to: new Date('2026-04-01T00:00:00Z') };

/** A shift from 08:00 on, to which these came for so many hours; 0 did not come. */
const aShift = (day: string, came: Readonly<Record<string, number>>): Shift => {
  const startsAt = new Date(`${day}T08:00:00Z`);
  const shift: Shift = {
    id: day,
    version: 1,
    opportunityId: 'o1',
    startsAt,
    endsAt: new Date(startsAt.getTime() + 8 * 3_600_000),
    capacity: 9,
    places: [],
    createdAt: startsAt,
  };
  return Object.entries(came).reduce((known, [id, hours]) => {
    const times = { arrivedAt: startsAt, leftAt: new Date(startsAt.getTime() + hours * 3_600_000) };
    return record(known, id, hours === 0 ? { reason: '' } : { ...times, reason: '' }, now);
  }, shift);
};

describe('recognition', () => {
  it('counts hours, shifts and who did not come, the most first', () => {
    const shifts = [aShift('2026-03-02', { a: 2, b: 0 }), aShift('2026-03-03', { a: 1, b: 4 })];
    const rows = recognitionOf(shifts, march, now).map(({ volunteerId, minutes, shifts: count, noShows }) => [
      volunteerId,
      minutes,
      count,
      noShows,
    ]);
    expect(rows).toEqual([
      ['b', 240, 1, 1],
      ['a', 180, 2, 0],
    ]);
  });

  it('names the hours that were reached within the span, with all that was given before', () => {
    const shifts = [aShift('2026-02-02', { a: 8, b: 12 }), aShift('2026-03-02', { a: 3, b: 1 })];
    const found = recognitionOf(shifts, march, now);
    expect(found.map(({ volunteerId, milestones }) => [volunteerId, milestones])).toEqual([
      ['a', [10]],
      ['b', []],
    ]);
  });

  it('leaves out whoever did nothing within the span, and what came after it', () => {
    const shifts = [aShift('2026-02-02', { a: 8 }), aShift('2026-04-01', { b: 8 })];
    expect(recognitionOf(shifts, march, now)).toEqual([]);
  });
});
