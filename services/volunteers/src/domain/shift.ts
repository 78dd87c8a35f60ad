import type { Place } from './place.ts';

/** When somebody is needed, and how many: one aggregate, so that there are never more. */
export type Shift = Readonly<{
  id: string;
  version: number;
  opportunityId: string;
  startsAt: Date;
  endsAt: Date;
  capacity: number;
  places: readonly Place[];
  cancelled?: Readonly<{ at: Date; reason: string }>;
  createdAt: Date;
}>;

/** Somebody is to be told something about the shift. */
export type Told = Readonly<{ volunteerId: string; what: 'moved-up' | 'changed' | 'cancelled' | 'reminder' }>;

/** Who is to be told what, after the change that made it so. */
export type ShiftFact = Readonly<{ type: 'shift-told'; shift: Shift; told: readonly Told[]; at: Date }>;

export type ShiftOutcome = Readonly<{ next: Shift; told: readonly Told[] }>;

export const mostWaiting = 50;
const reminderBefore = 24 * 3_600_000;

/** Nothing where nobody is to be told anything. */
export const factsOf = ({ next: shift, told }: ShiftOutcome, at: Date): readonly ShiftFact[] =>
  told.length === 0 ? [] : [{ type: 'shift-told', shift, told, at }];

const confirmed = ({ places }: Shift): readonly Place[] => places.filter(({ state }) => state === 'confirmed');
const waiting = ({ places }: Shift): readonly Place[] => places.filter(({ state }) => state === 'waiting');

export const countsOf = (shift: Shift) => ({ taken: confirmed(shift).length, waiting: waiting(shift).length });

export const placeOf = ({ places }: Shift, volunteerId: string): Place | undefined =>
  places.find((place) => place.volunteerId === volunteerId);

/** How many wait before the volunteer, who is counted; 0 for who does not wait. */
export const positionOf = (shift: Shift, volunteerId: string): number =>
  waiting(shift).findIndex((place) => place.volunteerId === volunteerId) + 1;

export const isOver = ({ cancelled, startsAt }: Shift, now: Date): boolean =>
  cancelled !== undefined || startsAt <= now;

const reminderAt = ({ startsAt }: Shift): Date => new Date(startsAt.getTime() - reminderBefore);

const unchanged = (shift: Shift): ShiftOutcome => ({ next: shift, told: [] });

/** Takes a place, or waits for one; `full` where nobody can wait any more. */
export function signUp(shift: Shift, volunteerId: string, now: Date): ShiftOutcome | 'full' {
  if (placeOf(shift, volunteerId)) return unchanged(shift);
  const counts = countsOf(shift);
  const hasRoom = counts.taken < shift.capacity;
  if (!hasRoom && counts.waiting >= mostWaiting) return 'full';
  // Who signs up on the day before knows of it.
  const reminded = now >= reminderAt(shift);
  const place: Place = { volunteerId, state: hasRoom ? 'confirmed' : 'waiting', at: now, reminded };
  return { next: { ...shift, version: shift.version + 1, places: [...shift.places, place] }, told: [] };
}

/** Gives a place back; who waited longest gets it and is told. */
export function withdraw(shift: Shift, volunteerId: string): ShiftOutcome {
  if (!placeOf(shift, volunteerId)) return unchanged(shift);
  const places = shift.places.filter((place) => place.volunteerId !== volunteerId);
  return movedUp({ ...shift, version: shift.version + 1, places });
}

/** Fills what is free with those who wait. */
function movedUp(shift: Shift): ShiftOutcome {
  const free = Math.max(0, shift.capacity - countsOf(shift).taken);
  const lucky = new Set(waiting(shift).slice(0, free));
  const places = shift.places.map((place) => (lucky.has(place) ? { ...place, state: 'confirmed' as const } : place));
  return {
    next: { ...shift, places },
    told: [...lucky].map(({ volunteerId }) => ({ volunteerId, what: 'moved-up' })),
  };
}

export type ShiftTimes = Pick<Shift, 'startsAt' | 'endsAt' | 'capacity'>;

/** Other times, or places for more or fewer, of whom each has one. Other times are told to whoever comes or waits. */
export function changeShift(shift: Shift, times: ShiftTimes): ShiftOutcome {
  const isOther = (['startsAt', 'endsAt'] as const).some((key) => shift[key].getTime() !== times[key].getTime());
  const isMoved = shift.startsAt.getTime() !== times.startsAt.getTime();
  const places = isMoved ? shift.places.map((place) => ({ ...place, reminded: false })) : shift.places;
  const { next, told } = movedUp({ ...shift, ...times, places, version: shift.version + 1 });
  const lucky = new Set(told.map(({ volunteerId }) => volunteerId));
  const others = next.places.filter(({ volunteerId }) => isOther && !lucky.has(volunteerId));
  return { next, told: [...told, ...others.map(({ volunteerId }) => ({ volunteerId, what: 'changed' as const }))] };
}

/** It does not take place. */
export function cancelShift(shift: Shift, reason: string, now: Date): ShiftOutcome {
  if (shift.cancelled) return unchanged(shift);
  const next: Shift = { ...shift, version: shift.version + 1, cancelled: { at: now, reason } };
  return { next, told: next.places.map(({ volunteerId }) => ({ volunteerId, what: 'cancelled' })) };
}

/** Reminds who comes, once, from a day before on. */
export function remind(shift: Shift, now: Date): ShiftOutcome {
  if (isOver(shift, now) || now < reminderAt(shift)) return unchanged(shift);
  const open = new Set(confirmed(shift).filter(({ reminded }) => !reminded));
  if (open.size === 0) return unchanged(shift);
  const places = shift.places.map((place) => (open.has(place) ? { ...place, reminded: true } : place));
  return {
    next: { ...shift, version: shift.version + 1, places },
    told: [...open].map(({ volunteerId }) => ({ volunteerId, what: 'reminder' })),
  };
}

export function shiftDueAt(shift: Shift, now: Date): Date | undefined {
  const isAwaited = confirmed(shift).some(({ reminded }) => !reminded);
  return isOver(shift, now) || !isAwaited ? undefined : reminderAt(shift);
}
