import { minutesOf, presenceOf } from './attendance.ts';
import type { Shift } from './shift.ts';

/** What somebody gave: in a span, and from the beginning until its end. */
export type Recognised = Readonly<{
  /** The volunteer's own id. */
  volunteerId: string;
  minutes: number;
  shifts: number;
  noShows: number;
  totalMinutes: number;
  /** Hours that were reached within the span. */
  milestones: readonly number[];
}>;

export const milestones = [10, 50, 100, 500] as const;

type Span = Readonly<{ from: Date; to: Date }>;

const nothing = { minutes: 0, shifts: 0, noShows: 0, totalMinutes: 0 };

/** Counts shifts that began before the end of a span; who gave most within it comes first. */
export function recognitionOf(shifts: readonly Shift[], { from, to }: Span, now: Date): readonly Recognised[] {
  const counted = new Map<string, typeof nothing>();
  for (const shift of shifts) {
    if (shift.startsAt >= to) continue;
    const isWithin = shift.startsAt >= from;
    for (const place of shift.places) {
      const known = counted.get(place.volunteerId) ?? nothing;
      counted.set(place.volunteerId, added(known, shift, place, now, isWithin));
    }
  }
  return [...counted]
    .map(([volunteerId, counts]) => ({ volunteerId, ...counts, milestones: reached(counts) }))
    .filter(({ shifts: attended, noShows }) => attended + noShows > 0)
    .toSorted((a, b) => b.minutes - a.minutes || (a.volunteerId < b.volunteerId ? -1 : 1));
}

function added(known: typeof nothing, shift: Shift, place: Shift['places'][number], now: Date, isWithin: boolean) {
  const minutes = minutesOf(shift, place, now);
  const presence = presenceOf(shift, place, now);
  const totalMinutes = known.totalMinutes + minutes;
  if (!isWithin) return { ...known, totalMinutes };
  return {
    minutes: known.minutes + minutes,
    shifts: known.shifts + (presence === 'attended' || presence === 'present' ? 1 : 0),
    noShows: known.noShows + (presence === 'absent' ? 1 : 0),
    totalMinutes,
  };
}

const reached = ({ minutes, totalMinutes }: typeof nothing): readonly number[] =>
  milestones.filter((hours) => totalMinutes >= hours * 60 && totalMinutes - minutes < hours * 60);
