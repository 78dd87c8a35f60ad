import type { Handler } from '@guildhall/kernel';
import type { Opportunity } from '../../domain/opportunity.ts';
import type { Caller } from '../ports.ts';
import { isOpenTo, type MyDeps, type MyShift, volunteerOf } from './my-volunteer.ts';

export type MyOpportunity = Readonly<{ opportunity: Opportunity; shifts: readonly MyShift[] }>;

type Deps = Omit<MyDeps, 'nudge'>;

/** What the caller can do; nothing for who is no volunteer. */
export const myOpportunitiesHandler =
  (deps: Deps): Handler<Caller, readonly MyOpportunity[]> =>
  async ({ principal }) => {
    const volunteer = await volunteerOf(deps, principal.personId);
    if (!volunteer) return [];
    const now = deps.clock.now();
    const today = deps.days.dayOf(now);
    const open = (await deps.opportunities.all()).filter((one) => one.published && isOpenTo(one, volunteer, today));
    const ids = open.map(({ id }) => id);
    const coming = await deps.shifts.comingOf(ids, now);
    return open.map((opportunity) => ({
      opportunity,
      shifts: coming
        .filter((shift) => shift.opportunityId === opportunity.id && !shift.cancelled && shift.startsAt > now)
        .map((shift) => ({ shift, opportunity, volunteerId: volunteer.id })),
    }));
  };

const mostPast = 100;
const farAhead = 400 * 86_400_000;

/** The caller's shifts: those to come, the next first, then those of the past, the latest first. */
export const myShiftsHandler =
  (deps: Deps): Handler<Caller, readonly MyShift[]> =>
  async ({ principal }) => {
    const volunteer = await volunteerOf(deps, principal.personId);
    if (!volunteer) return [];
    const now = deps.clock.now();
    const all = await deps.shifts.ofVolunteer(volunteer.id, new Date(now.getTime() + farAhead));
    const known = await deps.opportunities.named(all.map(({ opportunityId }) => opportunityId));
    const mine = all.flatMap((shift) => {
      const opportunity = known.get(shift.opportunityId);
      return opportunity ? [{ shift, opportunity, volunteerId: volunteer.id }] : [];
    });
    const coming = mine.filter(({ shift }) => shift.endsAt > now).toReversed();
    return [...coming, ...mine.filter(({ shift }) => shift.endsAt <= now).slice(0, mostPast)];
  };
