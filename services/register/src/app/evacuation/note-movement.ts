import { type Clock, type Handler, isStale } from '@guildhall/kernel';
import { entryIdOf, newEntry, returned, signedOut } from '../../domain/evacuation/entry.ts';
import { type Incident, isCalled } from '../../domain/evacuation/incident.ts';
import { occupantOf } from '../../domain/evacuation/occupant.ts';
import { isInside, type Visit } from '../../domain/visit.ts';
import type { ChangeEntry } from './change-entry.ts';
import type { Entries } from './ports.ts';

export type NoteMovement = Readonly<{ incident: Incident; visit: Visit }>;

type Deps = Readonly<{ entries: Entries; change: ChangeEntry; clock: Clock }>;

/** A visit as it is now, during an incident at its site: who came in is added, who signed out is noted. */
export const noteMovementHandler =
  ({ entries, change, clock }: Deps): Handler<NoteMovement> =>
  async ({ incident, visit }) => {
    const id = entryIdOf(incident.id, visit.personId);
    if (!visit.open) {
      const { out } = visit;
      // A visit that ended by itself says nothing about where the person is.
      if (out) await change({ id, incident }, (entry) => entry.visitId === visit.id && signedOut(entry, out.at));
      return;
    }
    if (!isInside(visit, clock.now())) return;
    if (await change({ id, incident }, (entry) => returned(entry, visit))) return;
    const occupant = occupantOf(visit);
    const made = { id, origin: 'arrived', at: visit.in.at, isCalled: isCalled(incident, occupant) } as const;
    const { next, facts } = newEntry(incident, occupant, made);
    await entries.save(next, incident, facts).catch((error: unknown) => {
      if (!isStale(error)) throw error;
    });
  };
