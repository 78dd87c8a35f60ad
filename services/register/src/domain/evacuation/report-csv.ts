import { type Entry, stateOf } from './entry.ts';
import type { IncidentReport } from './report.ts';

const columns = [
  ['incident', 'kind', 'name', 'person', 'origin', 'signed_in', 'signed_out', 'state', 'accounted_seconds'],
  ['said_at', 'said_by', 'said_how', 'muster_point', 'note', 'marks'],
].flat();

/** One line for everybody on the list, as things stood at the end. */
export function reportCsv(report: IncidentReport): string {
  const lines = report.entries.map((entry) => rowOf(entry, report).map(cell).join(','));
  return [columns.join(','), ...lines, ''].join('\r\n');
}

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

/** A text that a spreadsheet would take for a formula begins with an apostrophe (OWASP: CSV injection). */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r\n|%]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
