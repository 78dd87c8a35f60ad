import { type Handler, isStale, retryStale } from '@guildhall/kernel';
import { activityRefusals } from '../../domain/activity-refusals.ts';
import type { Opportunity } from '../../domain/opportunity.ts';
import { factsOf, isOver, placeOf, type Shift, type ShiftOutcome, signUp, withdraw } from '../../domain/shift.ts';
import type { Caller } from '../ports.ts';
import { isOpenTo, type MyDeps, type MyShift, requireVolunteer, volunteerOf } from './my-volunteer.ts';

export type OfMyShift = Readonly<{ shiftId: string; caller: Caller }>;

/** Takes a place in a shift, or one on its waiting list. */
export const signUpHandler =
  (deps: MyDeps): Handler<OfMyShift, MyShift> =>
  async (asked) => {
    const volunteer = await requireVolunteer(deps, asked.caller.principal.personId);
    return changeAs(deps, asked, volunteer.id, ({ shift, opportunity, now }) => {
      refuseDraft(opportunity, shift, volunteer.id);
      if (!isOpenTo(opportunity, volunteer, deps.days.dayOf(now))) throw activityRefusals.roleNeeded();
      const outcome = signUp(shift, volunteer.id, now);
      if (outcome === 'full') throw activityRefusals.shiftFull();
      return outcome;
    });
  };

/** Gives the place back; who has none, has none. */
export const withdrawHandler =
  (deps: MyDeps): Handler<OfMyShift, MyShift> =>
  async (asked) => {
    const volunteer = await volunteerOf(deps, asked.caller.principal.personId);
    const volunteerId = volunteer?.id ?? '';
    return changeAs(deps, asked, volunteerId, ({ shift, opportunity }) => {
      refuseDraft(opportunity, shift, volunteerId);
      return withdraw(shift, volunteerId);
    });
  };

/** What is not published is there for those only who have a place from before. */
function refuseDraft({ published }: Opportunity, shift: Shift, volunteerId: string): void {
  if (!published && !placeOf(shift, volunteerId)) throw activityRefusals.shiftNotFound();
}

type Mine = Readonly<{ shift: Shift; opportunity: Opportunity; now: Date }>;

/** A shift that is yet to begin. */
async function openShift({ shifts, opportunities, clock }: MyDeps, shiftId: string): Promise<Mine> {
  const shift = await shifts.find(shiftId);
  const opportunity = shift && (await opportunities.find(shift.opportunityId));
  if (!opportunity) throw activityRefusals.shiftNotFound();
  const now = clock.now();
  if (isOver(shift, now)) throw activityRefusals.shiftOver();
  return { shift, opportunity, now };
}

const changeAs = (
  deps: MyDeps,
  { shiftId }: OfMyShift,
  volunteerId: string,
  decide: (mine: Mine) => ShiftOutcome,
): Promise<MyShift> =>
  persistently(rounds, async () => {
    const { shift, opportunity, now: at } = await openShift(deps, shiftId);
    const outcome = decide({ shift, opportunity, now: at });
    const { next } = outcome;
    if (next !== shift) {
      await deps.shifts.save(next, factsOf(outcome, at));
      deps.nudge();
    }
    return { shift: next, opportunity, volunteerId };
  });

// Many may want the last place at once: each loses to the others a few times before it is known who has it.
const rounds = 20;

async function persistently<Result>(left: number, attempt: () => Promise<Result>): Promise<Result> {
  try {
    return await retryStale(attempt);
  } catch (error) {
    if (!isStale(error) || left <= 1) throw error;
    return persistently(left - 1, attempt);
  }
}
