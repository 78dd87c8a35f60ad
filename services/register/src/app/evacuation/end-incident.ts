import { type Clock, type Handler, isStale } from '@guildhall/kernel';
import { endIncident } from '../../domain/evacuation/incident.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import { type Asker, incidentFor } from './access.ts';
import { actAudit } from './act-audits.ts';
import { type Board, boardOf } from './get-incident.ts';
import type { CallLog, Entries, Incidents } from './ports.ts';

export type EndIncident = Readonly<{ incidentId: string; note: string; by: Asker }>;

type Deps = Readonly<{
  sites: SiteCatalogue;
  incidents: Incidents;
  entries: Entries;
  calls: CallLog;
  clock: Clock;
}>;

const attempts = 3;

/** Ends it for good. */
export const endIncidentHandler =
  (deps: Deps): Handler<EndIncident, Board> =>
  async ({ incidentId, note, by }) => {
    const endedBy = { personId: by.personId, displayName: by.displayName };
    for (let attempt = 1; ; attempt++) {
      const incident = await incidentFor(by, incidentId, deps);
      const at = deps.clock.now();
      const { next, facts } = endIncident(incident, endedBy, at, note.trim());
      try {
        await deps.incidents.save(next, [...facts, actAudit('incident.end', next, by, at)]);
        return await boardOf(next, deps);
      } catch (error) {
        if (!isStale(error) || attempt === attempts) throw error;
      }
    }
  };
