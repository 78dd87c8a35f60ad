import type { Clock, Handler } from '@guildhall/kernel';
import { type CallDelivery, sentTimes } from '../../domain/evacuation/delivery.ts';
import type { Entry } from '../../domain/evacuation/entry.ts';
import type { Incident } from '../../domain/evacuation/incident.ts';
import { byName } from '../../domain/evacuation/report.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import { type Asker, incidentFor } from './access.ts';
import type { CallLog, Entries, Incidents } from './ports.ts';

export type GetIncident = Readonly<{ incidentId: string; by: Asker }>;

export type Board = Readonly<{
  incident: Incident;
  entries: readonly Entry[];
  deliveries: readonly CallDelivery[];
  lastSentAt?: Date;
  now: Date;
}>;

type Deps = Readonly<{ sites: SiteCatalogue; incidents: Incidents; entries: Entries; calls: CallLog; clock: Clock }>;

export const getIncidentHandler =
  (deps: Deps): Handler<GetIncident, Board> =>
  async ({ incidentId, by }) =>
    boardOf(await incidentFor(by, incidentId, deps), deps);

/** An incident with everything about it. */
export async function boardOf(
  incident: Incident,
  { entries, calls, clock }: Pick<Deps, 'entries' | 'calls' | 'clock'>,
): Promise<Board> {
  const [listed, deliveries] = await Promise.all([entries.of(incident.id), calls.of(incident.id)]);
  const { last } = sentTimes(deliveries);
  const board = { incident, entries: listed.toSorted(byName), deliveries, now: clock.now() };
  return last ? { ...board, lastSentAt: last } : board;
}
