import { toCsv } from '@guildhall/tables';
import { type Entry, stateOf } from './entry.ts';
import type { IncidentReport } from './report.ts';

const columns = [
  ['incident', 'kind', 'name', 'person', 'origin', 'signed_in', 'signed_out', 'state', 'accounted_seconds'],
  ['said_at', 'said_by', 'said_how', 'muster_point', 'note', 'marks'],
].flat();

/** One line for everybody on the list, as things stood at the end. */
export const reportCsv = (report: IncidentReport): string =>
  toCsv({ name: 'Roll call', columns, rows: report.entries.map((entry) => rowOf(entry, report)) });

function rowOf(entry: Entry, { incident, asOf }: IncidentReport): readonly string[] {
  const { displayName, kind, origin, since, signedOutAt, marks } = entry;
  const { state, at, mark } = stateOf(entry, asOf);
  const seconds = at ? String(Math.round((at.getTime() - incident.startedAt.getTime()) / 1_000)) : '';
  const musterPoint = marks.findLast((one) => one.musterPoint)?.musterPoint ?? '';
  return [
    incident.id,
    incident.kind,
    displayName,
    kind,
    origin,
    iso(since),
    iso(signedOutAt),
    state,
    seconds,
    iso(at),
    mark?.byName ?? '',
    mark?.source ?? '',
    musterPoint,
    mark?.note ?? '',
    String(marks.length),
  ];
}

const iso = (at: Date | undefined): string => at?.toISOString() ?? '';
