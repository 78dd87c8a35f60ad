import type { Clock, Handler } from '@guildhall/kernel';
import { retryStale } from '@guildhall/kernel';
import { isOver, remind, withdraw } from '../../domain/shift.ts';
import type { Books, Volunteers } from '../ports.ts';
import type { Opportunities, Shifts } from './ports.ts';
import { shiftLetters } from './shift-letters.ts';

type Deps = Readonly<{
  shifts: Shifts;
  opportunities: Opportunities;
  volunteers: Volunteers;
  books: Books;
  clock: Clock;
}>;

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

const change = (deps: Deps, id: string, decide: (shift: Parameters<typeof remind>[0]) => ReturnType<typeof remind>) =>
  retryStale(async () => {
    const shift = await deps.shifts.find(id);
    const opportunity = shift && (await deps.opportunities.find(shift.opportunityId));
    if (!opportunity) return;
    const { next, told } = decide(shift);
    if (next === shift) return;
    const [book, at] = [await deps.books.read(), deps.clock.now()];
    await deps.shifts.save(next, await shiftLetters(deps.volunteers, { shift: next, opportunity, book, told, at }));
  });
