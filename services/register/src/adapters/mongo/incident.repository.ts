import type { Envelope } from '@guildhall/messaging';
import { type Aggregates, type IndexSpec, isDuplicateKey, type Stored } from '@guildhall/mongo';
import type { Incidents } from '../../app/evacuation/ports.ts';
import type { Audited } from '../../domain/audit.ts';
import type { Incident, IncidentMessage } from '../../domain/evacuation/incident.ts';
import { refusals } from '../../domain/evacuation/refusals.ts';

export const incidentCollection = 'incidents';
export type IncidentState = Omit<Incident, 'id' | 'version'>;

const oneOpenIncident = 'one_open_incident';

export const incidentIndexes: readonly IndexSpec[] = [
  // Starting: at most one open incident of a site. Also what is under way, everywhere or at a site.
  { name: oneOpenIncident, keys: { 'state.siteId': 1 }, unique: true, where: { 'state.open': true } },
  // The incidents of a site, newest first; those that ended long ago.
  { name: 'site_newest', keys: { 'state.siteId': 1, _id: -1 } },
];

type Deps = Readonly<{
  incidents: Aggregates<IncidentState>;
  toMessages: (message: IncidentMessage | Audited) => readonly Envelope[];
}>;

// Whoever began it makes the entries; where that process dies, another one does this much later.
const graceMs = 2_000;

export function incidentRepository({ incidents, toMessages }: Deps): Incidents {
  const read = async (filter: Record<string, unknown>, limit: number): Promise<Incident[]> => {
    const query = incidents.model.find(filter, { version: 1, state: 1 }).sort({ _id: -1 });
    const found = await query.limit(limit).batchSize(limit).lean<Stored<IncidentState>[]>();
    return found.map(({ _id, version, state }) => ({ ...state, id: _id, version }));
  };
  return {
    find: async (id) => {
      const found = await incidents.find(id);
      return found && { ...found.state, id: found.id, version: found.version };
    },
    allOpen: () => read({ 'state.open': true }, 1_000),
    list: ({ siteId, openOnly, before, limit }) => {
      const place = before ? { _id: { $lt: before } } : {};
      return read({ 'state.siteId': siteId, ...(openOnly && { 'state.open': true }), ...place }, limit);
    },
    withNames: (siteId, endedBefore) => {
      const named = { 'state.nameless': { $ne: true } };
      return read({ 'state.siteId': siteId, 'state.endedAt': { $lt: endedBefore }, ...named }, 1_000);
    },
    save: async ({ id, version, ...state }, messages) => {
      const dueAt = state.frozen && new Date(state.startedAt.getTime() + graceMs);
      const change = { id, version, state, messages: messages.flatMap(toMessages), dueAt };
      await incidents.save(change).catch((cause: unknown) => {
        throw isDuplicateKey(cause, oneOpenIncident) ? refusals.incidentOpen(undefined, cause) : cause;
      });
    },
  };
}
