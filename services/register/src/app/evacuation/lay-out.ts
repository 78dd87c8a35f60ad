import { type Handler, isStale } from '@guildhall/kernel';
import { entryIdOf, newEntry } from '../../domain/evacuation/entry.ts';
import { type Incident, isCalled, laidOut } from '../../domain/evacuation/incident.ts';
import type { Occupant } from '../../domain/evacuation/occupant.ts';
import type { Entries, Incidents } from './ports.ts';

type Deps = Readonly<{ incidents: Incidents; entries: Entries; reconcile: Handler<Incident> }>;

// The first messages are on their way while the rest of a long list is being stored.
const firstBatch = 64;
const batch = 512;

/**
 * Gives everybody on the frozen list an entry, with the call in its outbox. Any process may do it again after a crash:
 * an entry that is there stays as it is.
 */
export const layOutHandler =
  ({ incidents, entries, reconcile }: Deps): Handler<Incident, Incident> =>
  async (incident) => {
    const { frozen = [] } = incident;
    const lay = async (occupant: Occupant): Promise<void> => {
      const id = entryIdOf(incident.id, occupant.personId);
      const made = { id, origin: 'frozen', at: incident.startedAt, isCalled: isCalled(incident, occupant) } as const;
      const { next, facts } = newEntry(incident, occupant, made);
      await entries.save(next, incident, facts).catch(ignoreStale);
    };
    for (let from = 0, size = firstBatch; from < frozen.length; from += size, size = from > 0 ? batch : size) {
      await Promise.all(frozen.slice(from, from + size).map(lay));
    }
    const { next } = laidOut(incident);
    await incidents.save(next, []).catch(ignoreStale);
    // Who came or went between the freeze and the entries.
    await reconcile(next);
    return next;
  };

function ignoreStale(error: unknown): void {
  if (!isStale(error)) throw error;
}

/** Goes on where a process died that had begun; nothing to do where all is laid out. */
export const resumeLayOutHandler =
  ({ incidents, layOut }: Readonly<{ incidents: Incidents; layOut: Handler<Incident, Incident> }>): Handler<string> =>
  async (incidentId) => {
    const incident = await incidents.find(incidentId);
    if (incident?.frozen) await layOut(incident);
  };
