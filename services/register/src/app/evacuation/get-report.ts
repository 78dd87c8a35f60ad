import type { Clock, Handler } from '@guildhall/kernel';
import { type IncidentReport, reportOf } from '../../domain/evacuation/report.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import { incidentFor } from './access.ts';
import { boardOf, type GetIncident } from './get-incident.ts';
import type { CallLog, Entries, Incidents } from './ports.ts';

type Deps = Readonly<{ sites: SiteCatalogue; incidents: Incidents; entries: Entries; calls: CallLog; clock: Clock }>;

/** What is left for the regulator. */
export const getReportHandler =
  (deps: Deps): Handler<GetIncident, IncidentReport> =>
  async ({ incidentId, by }) => {
    const incident = await incidentFor(by, incidentId, deps);
    const { entries, deliveries, now } = await boardOf(incident, deps);
    return reportOf(incident, entries, deliveries, now);
  };
