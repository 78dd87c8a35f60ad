import type { Clock, Handler } from '@guildhall/kernel';
import { minutesOf, presenceOf } from '../../domain/attendance.ts';
import type { OrgDays } from '../../domain/org-day.ts';
import type { Opportunity } from '../../domain/opportunity.ts';
import type { Place } from '../../domain/place.ts';
import { placeOf, type Shift } from '../../domain/shift.ts';
import type { Volunteer } from '../../domain/volunteer.ts';
import type { Caller, People, Volunteers } from '../ports.ts';
import type { GetVolunteer } from '../volunteers/get-volunteer.ts';
import { volunteerOf } from './my-volunteer.ts';
import type { Opportunities, Shifts } from './ports.ts';
import { spanOf } from './read-activities.ts';

export type HoursEntry = Readonly<{
  shift: Shift;
  opportunity?: Opportunity;
  place: Place;
  minutes: number;
  isAbsent: boolean;
}>;

export type Hours = Readonly<{ entries: readonly HoursEntry[]; minutes: number; shifts: number; noShows: number }>;

type Deps = Readonly<{
  shifts: Shifts;
  opportunities: Opportunities;
  volunteers: Volunteers;
  people: People;
  days: OrgDays;
  clock: Clock;
  getVolunteer: Handler<GetVolunteer, Volunteer>;
}>;

/** Empty days are the first of all, and today. */
type Days = Readonly<{ from: string; to: string }>;

export type GetHours = Days & Readonly<{ volunteerId: string; caller: Caller }>;

/** The hours of a volunteer whom the caller may see. */
export const getHoursHandler =
  (deps: Deps): Handler<GetHours, Hours> =>
  async ({ volunteerId, caller, ...days }) =>
    hoursOf(deps, (await deps.getVolunteer({ volunteerId, caller })).id, days);

/** The caller's own; none of who is no volunteer. */
export type GetMyHours = Days & Readonly<{ caller: Caller }>;

export const getMyHoursHandler =
  (deps: Deps): Handler<GetMyHours, Hours> =>
  async ({ caller, ...days }) =>
    hoursOf(deps, (await volunteerOf(deps, caller.principal.personId))?.id ?? '', days);

const beginning = '1970-01-01';

async function hoursOf(deps: Deps, volunteerId: string, { from, to }: Days): Promise<Hours> {
  const now = deps.clock.now();
  const span = spanOf(deps.days, from || beginning, to || deps.days.dayOf(now));
  const shifts = (await deps.shifts.ofVolunteer(volunteerId, span.to)).filter(({ startsAt }) => startsAt >= span.from);
  const known = await deps.opportunities.named(shifts.map(({ opportunityId }) => opportunityId));
  const entries = shifts.flatMap((shift): readonly HoursEntry[] => {
    const place = placeOf(shift, volunteerId);
    const presence = place ? presenceOf(shift, place, now) : '';
    if (!place || presence === '' || presence === 'expected') return [];
    const opportunity = known.get(shift.opportunityId);
    const minutes = minutesOf(shift, place, now);
    return [{ shift, ...(opportunity && { opportunity }), place, minutes, isAbsent: presence === 'absent' }];
  });
  const absent = entries.filter(({ isAbsent }) => isAbsent).length;
  const minutes = entries.reduce((sum, one) => sum + one.minutes, 0);
  return { entries, minutes, shifts: entries.length - absent, noShows: absent };
}
