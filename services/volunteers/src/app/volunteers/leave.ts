import type { Handler } from '@guildhall/kernel';
import { todayOf } from '../../domain/ground.ts';
import { isDay } from '../../domain/org-day.ts';
import { depart } from '../../domain/departure.ts';
import { withoutFailure } from '../../domain/outcome-of-access.ts';
import { startOver } from '../../domain/outcome-of-lookup.ts';
import { refusals } from '../../domain/refusals.ts';
import type { Volunteer } from '../../domain/volunteer.ts';
import type { Caller } from '../ports.ts';
import { changeVolunteer, type ChangingDeps } from './changing.ts';

/** Empty `date` is now. */
export type Leave = Readonly<{ volunteerId: string; date: string; reason: string; caller: Caller }>;

/** The volunteer leaves at the beginning of a day; asked for again, the new day counts. */
export const leaveHandler =
  (deps: ChangingDeps): Handler<Leave, Volunteer> =>
  ({ date, reason, ...asked }) =>
    changeVolunteer(deps, asked, (volunteer, ground) => {
      if (volunteer.status === 'left') throw refusals.hasLeft();
      if (date !== '' && !isDay(date)) throw refusals.badDate('/date');
      const leaveDate = date || todayOf(ground);
      const told = { ...volunteer, leaveDate, ...(reason !== '' && { leaveReason: reason }) };
      const act = { action: 'volunteer.leaving', after: leaveDate, reason };
      if (leaveDate <= todayOf(ground)) return { outcome: depart(told, ground), acts: [act] };
      const next: Volunteer = { ...told, status: 'leaving' };
      return { outcome: { next, facts: [{ type: 'leaving', volunteer: next, at: ground.now }] }, acts: [act] };
    });

export type Reinstate = Readonly<{ volunteerId: string; reason: string; caller: Caller }>;

/** Takes back a leave, or takes in again who has left, with the roles of then. */
export const reinstateHandler =
  (deps: ChangingDeps): Handler<Reinstate, Volunteer> =>
  ({ reason, ...asked }) =>
    changeVolunteer(deps, asked, (volunteer, ground) => {
      if (volunteer.erased) throw refusals.wasErased();
      if (volunteer.status === 'active') throw refusals.hasNotLeft();
      const acts = [{ action: 'volunteer.reinstated', reason }];
      const next = volunteer.status === 'left' ? backAgain(volunteer) : withoutLeave(volunteer);
      return { outcome: { next, facts: [{ type: 'reinstated', volunteer: next, at: ground.now }] }, acts };
    });

function withoutLeave({ leaveDate: _date, leaveReason: _reason, ...volunteer }: Volunteer): Volunteer {
  return { ...volunteer, status: 'active' };
}

/** The roles that ended by leaving count again; the way into the workspace begins anew. */
function backAgain(volunteer: Volunteer): Volunteer {
  const { leftAt, account: _account, seenIn: _seen, ...rest } = withoutLeave(volunteer);
  const assignments = rest.assignments.map((one) => {
    const { endedAt, ...open } = one;
    return endedAt && leftAt && endedAt.getTime() === leftAt.getTime() ? open : one;
  });
  const { joinedAt: _joined, invitedAt: _at, inviteLinkId: _link, ...onboarding } = startOver(rest).onboarding;
  const again = { ...onboarding, remindersSent: 0 };
  return { ...startOver(rest), memberships: given(volunteer), assignments, onboarding: again };
}

/** What was given and not taken yet is still known to be ours, whoever finds it there, and whatever is under way. */
const given = ({ memberships }: Volunteer): Volunteer['memberships'] =>
  memberships
    .filter(({ state, source }) => state !== 'removed' && source === 'rule')
    .map((one) => ({
      ...withoutFailure(one),
      desired: true,
      held: false,
      state: 'pending',
      attempts: 0,
      asked: (one.asked ?? 0) + 1,
    }));
