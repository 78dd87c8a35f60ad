import type { Handler } from '@guildhall/kernel';
import type { Volunteer } from '../../domain/volunteer.ts';
import type { GetVolunteer } from '../volunteers/get-volunteer.ts';
import type { People } from '../ports.ts';
import type { AuditTrail, KeptEntry } from './ports.ts';

export type TimelineEntry = KeptEntry & Readonly<{ by: string }>;

type Deps = Readonly<{
  audits: AuditTrail;
  people: Pick<People, 'namesOf'>;
  getVolunteer: Handler<GetVolunteer, Volunteer>;
}>;

/** What happened to a volunteer whom the caller may see, the latest first. */
export const getTimelineHandler =
  ({ audits, people, getVolunteer }: Deps): Handler<GetVolunteer, readonly TimelineEntry[]> =>
  async (asked) => {
    const { id } = await getVolunteer(asked);
    const entries = await audits.about(id);
    const known = await people.namesOf([...new Set(entries.map(({ actorId }) => actorId).filter(Boolean))]);
    return entries.map((entry) => ({ ...entry, by: known.get(entry.actorId) ?? '' }));
  };
