import type { Handler } from '@guildhall/kernel';
import type { Opportunity } from '../../domain/opportunity.ts';
import { dayAfter, isDay, type OrgDays } from '../../domain/org-day.ts';
import { refusals } from '../../domain/refusals.ts';
import type { Shift } from '../../domain/shift.ts';
import type { Volunteer } from '../../domain/volunteer.ts';
import type { Clock } from '@guildhall/kernel';
import type { Caller, Volunteers } from '../ports.ts';
import { authorityOf } from '../volunteers/authority.ts';
import { isWithinScope, type PlaceDeps, seenOpportunity, seenShift } from './places.ts';

type Deps = PlaceDeps & Readonly<{ volunteers: Volunteers; days: OrgDays; clock: Clock }>;

/** What there is to do within the caller's scope. */
export const listOpportunitiesHandler =
  (deps: PlaceDeps): Handler<Caller, readonly Opportunity[]> =>
  async (caller) => {
    const authority = await authorityOf(deps.scopes, caller);
    const book = await deps.books.read();
    return (await deps.opportunities.all()).filter(({ locationId }) => isWithinScope(authority, book, locationId));
  };

export type OfOpportunity = Readonly<{ opportunityId: string; caller: Caller }>;
export type OpportunityShown = Readonly<{ opportunity: Opportunity; shifts: readonly Shift[] }>;

export const getOpportunityHandler =
  (deps: Deps): Handler<OfOpportunity, OpportunityShown> =>
  async ({ opportunityId, caller }) => {
    const { opportunity } = await seenOpportunity(deps, opportunityId, caller);
    return { opportunity, shifts: await deps.shifts.comingOf([opportunity.id], deps.clock.now()) };
  };

export type ListShifts = Readonly<{ from: string; to: string; caller: Caller }>;
export type TitledShift = Readonly<{ shift: Shift; opportunity: Opportunity }>;

const fourWeeks = 28;

export const listShiftsHandler =
  (deps: Deps): Handler<ListShifts, readonly TitledShift[]> =>
  async ({ from, to, caller }) => {
    const seen = new Map((await listOpportunitiesHandler(deps)(caller)).map((one) => [one.id, one]));
    const first = from || deps.days.dayOf(deps.clock.now());
    const span = spanOf(deps.days, first, to || (isDay(first) ? dayAfter(first, fourWeeks) : first));
    return (await deps.shifts.between(span.from, span.to)).flatMap((shift) => {
      const opportunity = seen.get(shift.opportunityId);
      return opportunity ? [{ shift, opportunity }] : [];
    });
  };

/** From the beginning of a day to the end of another. */
export function spanOf(days: OrgDays, from: string, to: string): Readonly<{ from: Date; to: Date }> {
  if (!isDay(from)) throw refusals.badDate('/from');
  if (!isDay(to)) throw refusals.badDate('/to');
  if (to < from) throw refusals.field('/to', 'must not be before the first day');
  return { from: days.startOf(from), to: days.endOf(to) };
}

export type OfShift = Readonly<{ shiftId: string; caller: Caller }>;
export type ShiftShown = TitledShift & Readonly<{ people: ReadonlyMap<string, Volunteer> }>;

/** A shift with the volunteers who have a place in it. */
export const getShiftHandler =
  (deps: Deps): Handler<OfShift, ShiftShown> =>
  async ({ shiftId, caller }) => {
    const { shift, opportunity } = await seenShift(deps, shiftId, caller);
    const ids = shift.places.map(({ volunteerId }) => volunteerId);
    return { shift, opportunity, people: await volunteersById(deps.volunteers, ids) };
  };

export async function volunteersById(
  volunteers: Pick<Volunteers, 'find'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Volunteer>> {
  const found = await Promise.all([...new Set(ids)].map((id) => volunteers.find(id)));
  return new Map(found.flatMap((one) => (one ? [[one.id, one] as const] : [])));
}
