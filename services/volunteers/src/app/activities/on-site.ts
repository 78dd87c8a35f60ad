import type { Clock, Handler } from '@guildhall/kernel';
import { isAround } from '../../domain/attendance.ts';
import type { Opportunity } from '../../domain/opportunity.ts';
import { placeOf, type Shift } from '../../domain/shift.ts';
import { nameOf, type Volunteer } from '../../domain/volunteer.ts';
import type { Books, Caller, Scopes, Volunteers } from '../ports.ts';
import { authorityOf, sees } from '../volunteers/authority.ts';
import type { Opportunities, Presences, Shifts, Visit } from './ports.ts';
import { volunteersById } from './read-activities.ts';

export type OnSite = Readonly<{ volunteer: Volunteer; visit: Visit; shift?: Shift; opportunity?: Opportunity }>;

type Deps = Readonly<{
  presences: Presences;
  volunteers: Volunteers;
  opportunities: Opportunities;
  shifts: Shifts;
  books: Books;
  scopes: Scopes;
  clock: Clock;
}>;

const day = 86_400_000;

/** Volunteers of the caller's scope who are at a site now, by their names. */
export const listOnSiteHandler =
  (deps: Deps): Handler<Caller, readonly OnSite[]> =>
  async (caller) => {
    const { scope } = await authorityOf(deps.scopes, caller);
    const book = await deps.books.read();
    const visits = await deps.presences.inside();
    const people = await volunteersById(
      deps.volunteers,
      visits.map(({ volunteerId }) => volunteerId),
    );
    const now = deps.clock.now();
    const around = await deps.shifts.between(new Date(now.getTime() - day), new Date(now.getTime() + day));
    const known = await deps.opportunities.named(around.map(({ opportunityId }) => opportunityId));
    return visits
      .flatMap((visit): readonly OnSite[] => {
        const volunteer = people.get(visit.volunteerId);
        if (!volunteer || !sees(scope, volunteer, book)) return [];
        const shift = around.find((one) => {
          const isHere = known.get(one.opportunityId)?.siteId === visit.siteId;
          return isHere && !one.cancelled && isAround(one, now) && placeOf(one, volunteer.id) !== undefined;
        });
        const opportunity = shift && known.get(shift.opportunityId);
        return [{ volunteer, visit, ...(shift && opportunity && { shift, opportunity }) }];
      })
      .toSorted((a, b) => nameOf(a.volunteer).localeCompare(nameOf(b.volunteer)));
  };
