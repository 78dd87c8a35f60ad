import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type {
  EvacuationListSchema,
  EvacuationPlanSchema,
  IncidentReportSchema,
} from '@guildhall/contracts/register/v1/evacuation';
import type { EvacuationList } from '../../app/evacuation/evacuation-list.ts';
import type { IncidentPage } from '../../app/evacuation/list-incidents.ts';
import type { Incident } from '../../domain/evacuation/incident.ts';
import type { EvacuationPlan } from '../../domain/evacuation/plan.ts';
import type { IncidentReport } from '../../domain/evacuation/report.ts';
import type { TimelineItem } from '../../domain/evacuation/timeline.ts';
import { countsToProto, entryToProto } from './evacuation.mapping.ts';
import { incidentKinds, markSources, markStates, occupantKinds } from './evacuation.vocabulary.ts';

export const pageToProto = ({ incidents, ...page }: IncidentPage) => ({
  ...page,
  incidents: incidents.map(({ id, siteId, kind, open, startedAt, endedAt, startedBy, frozenCount }: Incident) => ({
    id,
    siteId,
    open,
    frozenCount,
    kind: incidentKinds[kind],
    startedBy: startedBy.displayName,
    startedAt: timestampFromDate(startedAt),
    ...(endedAt && { endedAt: timestampFromDate(endedAt) }),
  })),
});

/** Without the people when the list is the one that is known. */
export function listToProto(list: EvacuationList, known: string): MessageInitShape<typeof EvacuationListSchema> {
  const { siteId, siteName, generatedAt, etag, people, incidentId, musterPoints } = list;
  const unchanged = etag === known;
  return {
    siteId,
    siteName,
    etag,
    unchanged,
    count: people.length,
    musterPoints: [...musterPoints],
    generatedAt: timestampFromDate(generatedAt),
    ...(incidentId && { incidentId }),
    people: unchanged
      ? []
      : people.map(({ personId, visitId = '', displayName, kind, since, entrance }) => ({
          personId,
          visitId,
          displayName,
          kind: occupantKinds[kind],
          ...(since && { since: timestampFromDate(since) }),
          ...(entrance && { entrance }),
        })),
  };
}

export const planToProto = ({
  nextSnapshotAt,
  ...plan
}: EvacuationPlan): MessageInitShape<typeof EvacuationPlanSchema> => ({
  siteId: plan.siteId,
  musterPoints: [...plan.musterPoints],
  escalateAfterSeconds: plan.escalateAfterSeconds,
  snapshotEveryMinutes: plan.snapshotEveryMinutes,
  snapshotEmails: [...plan.snapshotEmails],
  snapshotToWebhooks: plan.snapshotToWebhooks,
  ...(nextSnapshotAt && { nextSnapshotAt: timestampFromDate(nextSnapshotAt) }),
});

export function reportToProto(report: IncidentReport, now: Date): MessageInitShape<typeof IncidentReportSchema> {
  const { incident, counts, unaccounted, entries, timeline, asOf, ...figures } = report;
  const { id: incidentId, siteId, siteName, timeZone, kind, message, open, startedAt, startedBy } = incident;
  const { endedAt, endedBy, note } = incident;
  const row = (entry: IncidentReport['entries'][number]) => ({
    ...entryToProto(entry, incident, [], asOf),
    deliveries: [],
  });
  return {
    incidentId,
    siteId,
    siteName,
    timeZone,
    kind: incidentKinds[kind],
    message,
    open,
    ...figures,
    startedAt: timestampFromDate(startedAt),
    startedBy: startedBy.displayName,
    ...(endedAt && { endedAt: timestampFromDate(endedAt), endedBy: endedBy?.displayName ?? '' }),
    ...(note && { note }),
    counts: countsToProto(counts),
    unaccounted: unaccounted.map(row),
    entries: entries.map(row),
    timeline: timeline.map(itemToProto),
    generatedAt: timestampFromDate(now),
  };
}

const itemToProto = ({ at, what, subject, by, state, source, note, late }: TimelineItem) => ({
  at: timestampFromDate(at),
  what,
  late,
  ...(subject && { subject }),
  ...(by && { by }),
  ...(state && { state: markStates[state] }),
  ...(source && { source: markSources[source] }),
  ...(note && { note }),
});
