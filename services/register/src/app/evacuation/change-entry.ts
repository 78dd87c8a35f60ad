import { type Decision, isStale } from '@guildhall/kernel';
import type { Audited } from '../../domain/audit.ts';
import type { Entry, EntryMessage } from '../../domain/evacuation/entry.ts';
import type { Incident } from '../../domain/evacuation/incident.ts';
import { refusals } from '../../domain/evacuation/refusals.ts';
import type { Entries } from './ports.ts';

type Outcome = Decision<Entry, EntryMessage | Audited>;

/**
 * Changes one entry by what it is now, again when somebody was faster. Answers with the entry as it is afterwards;
 * undefined where there is none.
 */
export type ChangeEntry = (
  which: Readonly<{ id: string; incident: Incident }>,
  decide: (entry: Entry) => Outcome | undefined | false,
) => Promise<Entry | undefined>;

const attempts = 10;

export const changeEntry =
  (entries: Entries): ChangeEntry =>
  async ({ id, incident }, decide) => {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const entry = await entries.find(id);
      if (!entry || entry.incidentId !== incident.id) return undefined;
      const outcome = decide(entry);
      if (!outcome) return entry;
      try {
        await entries.save(outcome.next, incident, outcome.facts);
        return outcome.next;
      } catch (error) {
        if (!isStale(error)) throw error;
      }
    }
    throw refusals.entryBusy();
  };
