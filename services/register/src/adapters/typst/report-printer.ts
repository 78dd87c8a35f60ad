import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { Temporal } from 'temporal-polyfill';
import type { PrintReport } from '../../app/evacuation/ports.ts';
import { stateOf } from '../../domain/evacuation/entry.ts';
import type { IncidentReport } from '../../domain/evacuation/report.ts';
import type { TimelineItem } from '../../domain/evacuation/timeline.ts';
import { reportTemplate } from './report-template.ts';

/** Prints reports as PDF with tags, for screen readers. The compiler is made with the first one: it is large. */
export function reportPrinter(): PrintReport {
  let compiler: NodeCompiler | undefined;
  return async (report, now) => {
    compiler ??= NodeCompiler.create();
    const source = { mainFileContent: reportTemplate, inputs: { report: JSON.stringify(textsOf(report, now)) } };
    const compiled = compiler.compile(source);
    const document = compiled.result;
    if (!document) throw new Error(`a report could not be printed: ${String(compiled.takeError()?.shortDiagnostics)}`);
    const pdf = compiler.pdf(document, { pdfTags: true, creationTimestamp: Math.floor(now.getTime() / 1_000) });
    // What was made for this report is of no use for the next one.
    compiler.evictCache(10);
    return pdf;
  };
}

/** Everything that stands in the report, as text. */
function textsOf(report: IncidentReport, now: Date) {
  const { incident, counts, asOf } = report;
  const time = timeIn(incident.timeZone);
  return {
    title: `${kindWords[incident.kind]} at ${incident.siteName}`,
    organiser: incident.startedBy.displayName,
    drill: incident.kind === 'live' ? '' : incident.kind,
    zone: incident.timeZone,
    written: time(now),
    facts: [
      ['Reference', incident.id],
      ['Began', `${time(incident.startedAt)}, by ${incident.startedBy.displayName}`],
      ['Ended', incident.endedAt ? `${time(incident.endedAt)}, by ${incident.endedBy?.displayName}` : 'under way'],
      ['On the list', `${counts.total} (${incident.frozenCount} as it began)`],
      ['States', statesLine(report)],
      ['Messages', `${report.messagesSent} sent, ${report.messagesFailed} failed`],
      [
        'First / last message after',
        `${seconds(report.firstMessageMs, 'none')} / ${seconds(report.lastMessageMs, 'none')}`,
      ],
      ['Everybody accounted for after', seconds(report.allAccountedMs, 'never')],
      ...[incident.message && ['Message', incident.message], incident.note && ['Note', incident.note]].filter(Boolean),
    ],
    unaccounted: report.unaccounted.map((entry) => `${entry.displayName} (${stateWords[stateOf(entry, asOf).state]})`),
    entries: report.entries.map((entry) => {
      const { state, at, mark } = stateOf(entry, asOf);
      const point = entry.marks.findLast(({ musterPoint }) => musterPoint)?.musterPoint ?? '';
      const by = mark ? `${mark.byName} (${mark.source})` : '';
      return [
        entry.displayName,
        entry.since ? time(entry.since) : '',
        stateWords[state],
        at ? time(at) : '',
        by,
        point,
      ];
    }),
    timeline: report.timeline.map((item) => [time(item.at), item.subject ?? '', happened(item)]),
  };
}

const kindWords = { live: 'Incident', drill: 'Drill', test: 'Test' } as const;

const stateWords = {
  unanswered: 'no answer',
  safe: 'safe',
  help: 'needs help',
  missing: 'missing',
  not_on_site: 'not on site',
  signed_out: 'signed out, not confirmed',
} as const;

const statesLine = ({ counts }: IncidentReport): string =>
  (Object.keys(stateWords) as (keyof typeof stateWords)[])
    .filter((state) => counts[state] > 0)
    .map((state) => `${counts[state]} ${stateWords[state]}`)
    .join(', ');

function happened({ what, by, state, source, musterPoint, note, late }: TimelineItem): string {
  const said = state ? `${state.replaceAll('_', ' ')} (${source})` : what.replaceAll('_', ' ');
  const parts = [
    by ? `${said}, by ${by}` : said,
    musterPoint && `at ${musterPoint}`,
    note,
    late && 'heard after the end',
  ];
  return parts.filter(Boolean).join('; ');
}

const seconds = (ms: number | undefined, otherwise: string): string =>
  ms === undefined ? otherwise : `${(ms / 1_000).toFixed(1)} s`;

const timeIn =
  (timeZone: string) =>
  (at: Date): string => {
    const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
    return `${local.toPlainDate().toString()} ${local.toPlainTime().toString({ smallestUnit: 'second' })}`;
  };
