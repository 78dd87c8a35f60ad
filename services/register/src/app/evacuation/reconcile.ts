import type { Handler } from '@guildhall/kernel';
import { entryIdOf } from '../../domain/evacuation/entry.ts';
import type { Incident } from '../../domain/evacuation/incident.ts';
import type { VisitRepository } from '../ports.ts';
import type { NoteMovement } from './note-movement.ts';
import type { Entries } from './ports.ts';

type Deps = Readonly<{ visits: VisitRepository; entries: Entries; note: Handler<NoteMovement> }>;

/** Brings an incident in line with the visits: what this process did not hear of, the store knows. */
export const reconcileHandler =
  ({ visits, entries, note }: Deps): Handler<Incident> =>
  async (incident) => {
    const [open, listed] = await Promise.all([visits.openAt([incident.siteId]), entries.of(incident.id)]);
    const known = new Map(listed.map((entry) => [entry.id, entry]));
    const inside = new Set(open.map(({ id }) => id));
    const arrived = open.filter(({ id, personId }) => {
      const entry = known.get(entryIdOf(incident.id, personId));
      return !entry || (entry.signedOutAt && entry.visitId !== id);
    });
    const gone = listed.filter(({ visitId, signedOutAt }) => visitId && !signedOutAt && !inside.has(visitId));
    const left = await Promise.all(gone.map(({ visitId = '' }) => visits.find(visitId)));
    await Promise.all([...arrived, ...left].map(async (visit) => visit && note({ incident, visit })));
  };
