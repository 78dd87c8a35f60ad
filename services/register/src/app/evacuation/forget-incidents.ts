import { namelessEntry, namelessIncident } from '../../domain/evacuation/nameless.ts';
import type { OldIncidents } from '../retention/ports.ts';
import type { Entries, Incidents } from './ports.ts';

type Deps = Readonly<{ incidents: Pick<Incidents, 'withNames' | 'save'>; entries: Pick<Entries, 'of' | 'save'> }>;

const atOnce = 100;

/** Takes the names out of what is left of old incidents. The entries go first: cut short, it is done again. */
export const forgettingIncidents = ({ incidents, entries }: Deps): OldIncidents => ({
  countBefore: async (siteId, at) => (await incidents.withNames(siteId, at)).length,
  forgetBefore: async (siteId, at) => {
    const found = await incidents.withNames(siteId, at);
    for (const incident of found) {
      const named = (await entries.of(incident.id)).filter(({ personId, displayName }) => personId || displayName);
      for (let index = 0; index < named.length; index += atOnce) {
        const some = named.slice(index, index + atOnce);
        await Promise.all(some.map((entry) => entries.save(namelessEntry(entry), incident, [])));
      }
      await incidents.save(namelessIncident(incident), []);
    }
    return found.length;
  },
});
