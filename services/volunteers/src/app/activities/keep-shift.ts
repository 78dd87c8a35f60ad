import { type Clock, type Handler, type NewId, retryStale } from '@guildhall/kernel';
import {
  cancelShift,
  changeShift,
  countsOf,
  factsOf,
  isOver,
  type Shift,
  type ShiftTimes,
} from '../../domain/shift.ts';
import { activityRefusals } from '../../domain/activity-refusals.ts';
import { refusals } from '../../domain/refusals.ts';
import type { Caller, Volunteers } from '../ports.ts';
import { type Act, auditedAct } from '../volunteers/acts.ts';
import { type PlaceDeps, seenOpportunity, seenShift } from './places.ts';

export type ShiftDeps = PlaceDeps & Readonly<{ volunteers: Volunteers; clock: Clock; newId: NewId; nudge: () => void }>;

const longest = 24 * 3_600_000;

export type CreateShift = Readonly<{ opportunityId: string; times: ShiftTimes; caller: Caller }>;

export const createShiftHandler =
  (deps: ShiftDeps): Handler<CreateShift, Shift> =>
  async ({ opportunityId, times, caller }) => {
    await seenOpportunity(deps, opportunityId, caller);
    const now = deps.clock.now();
    assertTimes(times, now);
    const shift: Shift = { ...times, id: deps.newId(), version: 1, opportunityId, places: [], createdAt: now };
    await deps.shifts.save(shift, [auditedAct(shift, now, caller, { action: 'shift.created' })]);
    return shift;
  };

function assertTimes({ startsAt, endsAt }: ShiftTimes, now: Date): void {
  if (startsAt <= now) throw refusals.field('/startsAt', 'must not have passed');
  if (endsAt <= startsAt) throw refusals.field('/endsAt', 'must be after the beginning');
  if (endsAt.getTime() - startsAt.getTime() > longest) {
    throw refusals.field('/endsAt', 'must be within 24 hours of the beginning');
  }
}

export type UpdateShift = Readonly<{ shiftId: string; times: ShiftTimes; caller: Caller }>;

export const updateShiftHandler =
  (deps: ShiftDeps): Handler<UpdateShift, Shift> =>
  ({ times, ...asked }) =>
    changeAs(deps, asked, { action: 'shift.changed' }, (shift, now) => {
      assertTimes(times, now);
      const { taken } = countsOf(shift);
      if (times.capacity < taken) throw refusals.field('/capacity', `must be ${taken} at least: so many come`);
      return changeShift(shift, times);
    });

export type CancelShift = Readonly<{ shiftId: string; reason: string; caller: Caller }>;

/** Cancelled twice: answers the same. */
export const cancelShiftHandler =
  (deps: ShiftDeps): Handler<CancelShift, Shift> =>
  async ({ reason, ...asked }) => {
    const { shift } = await seenShift(deps, asked.shiftId, asked.caller);
    if (shift.cancelled) return shift;
    const act = { action: 'shift.cancelled', reason: reason.trim() };
    return changeAs(deps, asked, act, (current, now) => cancelShift(current, reason.trim(), now));
  };

const changeAs = (
  deps: ShiftDeps,
  { shiftId, caller }: Readonly<{ shiftId: string; caller: Caller }>,
  act: Act,
  change: (shift: Shift, now: Date) => ReturnType<typeof changeShift>,
): Promise<Shift> =>
  retryStale(async () => {
    const { shift } = await seenShift(deps, shiftId, caller);
    const now = deps.clock.now();
    if (isOver(shift, now)) throw activityRefusals.shiftOver();
    const outcome = change(shift, now);
    await deps.shifts.save(outcome.next, [...factsOf(outcome, now), auditedAct(outcome.next, now, caller, act)]);
    deps.nudge();
    return outcome.next;
  });
