import type { Attendance, Place } from './place.ts';
import { placeOf, type Shift } from './shift.ts';

const minute = 60_000;
const around = 60 * minute;

export const isAround = ({ startsAt, endsAt }: Pick<Shift, 'startsAt' | 'endsAt'>, moment: Date): boolean =>
  moment.getTime() >= startsAt.getTime() - around && moment.getTime() <= endsAt.getTime() + around;

const withPlace = (shift: Shift, changed: Place): Shift => ({
  ...shift,
  version: shift.version + 1,
  places: placeOf(shift, changed.volunteerId)
    ? shift.places.map((place) => (place.volunteerId === changed.volunteerId ? changed : place))
    : [...shift.places, changed],
});

/** The register saw a volunteer come in who has a place; what was recorded by hand stays. */
export function arrived(shift: Shift, volunteerId: string, at: Date): Shift {
  const place = placeOf(shift, volunteerId);
  if (place?.state !== 'confirmed' || shift.cancelled || !isAround(shift, at)) return shift;
  const known = place.attendance;
  if (known?.by === 'hand') return shift;
  const isBack = known?.leftAt !== undefined && known.leftAt < at;
  const isFirst = known?.arrivedAt === undefined || at < known.arrivedAt;
  if (!isBack && !isFirst) return shift;
  const { leftAt: _left, ...rest } = known ?? { by: 'register' as const, reason: '' };
  const leftAt = !isBack && known?.leftAt ? { leftAt: known.leftAt } : {};
  const arrivedAt = isFirst ? at : (known?.arrivedAt ?? at);
  return withPlace(shift, { ...place, attendance: { ...rest, ...leftAt, arrivedAt } });
}

/** The register saw the volunteer leave who had come. */
export function wentAway(shift: Shift, volunteerId: string, at: Date): Shift {
  const place = placeOf(shift, volunteerId);
  const known = place?.attendance;
  if (!place || known?.by !== 'register' || !known.arrivedAt || at < known.arrivedAt) return shift;
  if (known.leftAt && known.leftAt >= at) return shift;
  return withPlace(shift, { ...place, attendance: { ...known, leftAt: at } });
}

/** What somebody says about who came, over whatever was known. */
export function record(shift: Shift, volunteerId: string, said: Omit<Attendance, 'by'>, now: Date): Shift {
  const place = placeOf(shift, volunteerId) ?? { volunteerId, state: 'unannounced', at: now, reminded: true };
  return withPlace(shift, { ...place, attendance: { ...said, by: 'hand' } });
}

export type Presence = 'expected' | 'present' | 'attended' | 'absent';

/** Where somebody stands who has a place; a shift that is over leaves nobody expected. */
export function presenceOf({ endsAt, cancelled }: Shift, { attendance, state }: Place, now: Date): Presence | '' {
  if (state === 'waiting' || cancelled) return '';
  if (!attendance?.arrivedAt) return attendance || endsAt <= now ? 'absent' : 'expected';
  return (attendance.leftAt ?? endsAt <= now) ? 'attended' : 'present';
}

/**
 * Minutes of the shift that somebody was there. Where nobody knows when they left, until its end once that is over; what
 * was recorded by hand counts as it is said.
 */
export function minutesOf(shift: Shift, { attendance, state }: Place, now: Date): number {
  if (state === 'waiting' || shift.cancelled || !attendance?.arrivedAt) return 0;
  const isClipped = attendance.by === 'register';
  const left = attendance.leftAt ?? (shift.endsAt <= now ? shift.endsAt : undefined);
  if (!left) return 0;
  const from = isClipped
    ? Math.max(attendance.arrivedAt.getTime(), shift.startsAt.getTime())
    : attendance.arrivedAt.getTime();
  const to = isClipped ? Math.min(left.getTime(), shift.endsAt.getTime()) : left.getTime();
  return Math.max(0, Math.round((to - from) / minute));
}
