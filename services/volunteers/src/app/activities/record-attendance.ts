import { type Handler, retryStale } from '@guildhall/kernel';
import { record } from '../../domain/attendance.ts';
import { placeOf, type Shift } from '../../domain/shift.ts';
import { activityRefusals } from '../../domain/activity-refusals.ts';
import { refusals } from '../../domain/refusals.ts';
import type { Caller } from '../ports.ts';
import { auditedAct } from '../volunteers/acts.ts';
import { assertSees } from '../volunteers/authority.ts';
import type { ShiftDeps } from './keep-shift.ts';
import { seenShift } from './places.ts';

export type RecordAttendance = Readonly<{
  shiftId: string;
  volunteerId: string;
  isAbsent: boolean;
  arrivedAt?: Date;
  leftAt?: Date;
  reason: string;
  caller: Caller;
}>;

/** Keeps who came from when to when, or that they did not, over whatever was known. */
export const recordAttendanceHandler =
  (deps: ShiftDeps): Handler<RecordAttendance, Shift> =>
  ({ shiftId, volunteerId, caller, ...said }) =>
    retryStale(async () => {
      const { shift, book, authority } = await seenShift(deps, shiftId, caller);
      const volunteer = await deps.volunteers.named(volunteerId);
      if (!volunteer) throw refusals.volunteerNotFound();
      assertSees(authority, volunteer, book);
      const now = deps.clock.now();
      const attendance = checked(said, shift, now);
      const known = placeOf(shift, volunteer.id)?.attendance;
      if (known && attendance.reason === '') {
        throw refusals.field('/reason', 'is required: say why it is not what was known');
      }
      const next = record(shift, volunteer.id, attendance, now);
      const { entry, ...audited } = auditedAct(next, now, caller, {
        action: said.isAbsent ? 'shift.absent' : 'shift.attended',
        subject: shift.id,
        reason: attendance.reason,
      });
      await deps.shifts.save(next, [{ ...audited, entry: { ...entry, subjectId: volunteer.id } }]);
      return next;
    });

const longest = 24 * 3_600_000;

function checked(
  { isAbsent, arrivedAt, leftAt, reason }: Pick<RecordAttendance, 'isAbsent' | 'arrivedAt' | 'leftAt' | 'reason'>,
  shift: Shift,
  now: Date,
) {
  if (shift.cancelled) throw activityRefusals.shiftOver();
  const told = { reason: reason.trim() };
  if (isAbsent) return told;
  if (!arrivedAt) throw refusals.field('/arrivedAt', 'is required: when did they come?');
  if (arrivedAt > now) throw refusals.field('/arrivedAt', 'must not be to come');
  if (Math.abs(arrivedAt.getTime() - shift.startsAt.getTime()) > longest) {
    throw refusals.field('/arrivedAt', 'must be within a day of the shift');
  }
  if (!leftAt) return { ...told, arrivedAt };
  if (leftAt > now) throw refusals.field('/leftAt', 'must not be to come');
  const isLong = leftAt.getTime() - arrivedAt.getTime() > longest;
  if (leftAt < arrivedAt || isLong) throw refusals.field('/leftAt', 'must be within 24 hours after they came');
  return { ...told, arrivedAt, leftAt };
}
