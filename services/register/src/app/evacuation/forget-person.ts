import type { Handler } from '@guildhall/kernel';
import { type Entry, forgotten } from '../../domain/evacuation/entry.ts';
import { refusals } from '../../domain/evacuation/refusals.ts';
import type { ChangeEntry } from './change-entry.ts';
import type { Entries, Incidents } from './ports.ts';

type Deps = Readonly<{ incidents: Incidents; entries: Entries; change: ChangeEntry }>;

/** Forgets a person on the lists of all incidents; one that is under way waits, for the person is being looked for. */
export const forgetPersonHandler = ({ incidents, entries, change }: Deps): Handler<string> => {
  const forget = async ({ id, incidentId }: Entry): Promise<boolean> => {
    const incident = await incidents.find(incidentId);
    if (incident?.open) return false;
    if (incident) await change({ id, incident }, (entry) => entry.personId !== '' && forgotten(entry));
    return true;
  };
  return async (personId) => {
    const done = await Promise.all((await entries.about(personId)).map(forget));
    if (done.includes(false)) throw refusals.entryBusy();
  };
};
