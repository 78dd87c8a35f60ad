import { type Clock, type Handler, retryStale } from '@guildhall/kernel';
import { factsOf, isOver, remind, type Shift, type ShiftOutcome, withdraw } from '../../domain/shift.ts';
import type { Shifts } from './ports.ts';

type Deps = Readonly<{ shifts: Shifts; clock: Clock }>;

/** Reminds those who come, on the day before. */
export const shiftDueHandler =
  (deps: Deps): Handler<string> =>
  (id) =>
    change(deps, id, (shift) => remind(shift, deps.clock.now()));

const farAhead = 400 * 86_400_000;

/** Who has left comes to no shift any more: the places are free for others. */
export const leaveShiftsHandler =
  (deps: Deps): Handler<string> =>
  async (volunteerId) => {
    const now = deps.clock.now();
    const shifts = await deps.shifts.ofVolunteer(volunteerId, new Date(now.getTime() + farAhead));
    for (const { id } of shifts.filter((shift) => !isOver(shift, now))) {
      await change(deps, id, (shift) => withdraw(shift, volunteerId));
    }
  };

const change = ({ shifts, clock }: Deps, id: string, decide: (shift: Shift) => ShiftOutcome): Promise<void> =>
  retryStale(async () => {
    const shift = await shifts.find(id);
    const outcome = shift && decide(shift);
    if (outcome && outcome.next !== shift) await shifts.save(outcome.next, factsOf(outcome, clock.now()));
  });
