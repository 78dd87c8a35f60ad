import { Table } from '@mantine/core';
import type { IncidentReport, RollCallEntry } from '@guildhall/client';
import { Section } from '../../parts/section.tsx';
import { elapsed, useTimes } from '../../words/times.ts';
import { Counts } from './counts.tsx';
import { StateTag } from './state-tag.tsx';
import { useEvacuationWords } from './words.ts';

type Props = Readonly<{ report: IncidentReport }>;

const spanOf = (ms: number | undefined): string | undefined =>
  ms === undefined ? undefined : ms < 60_000 ? `${(ms / 1_000).toFixed(1)} s` : elapsed(new Date(0), new Date(ms));

export function ReportFigures({ report }: Props) {
  const words = useEvacuationWords();
  const times = useTimes(report.timeZone);
  const { startedAt, startedBy, endedAt, endedBy, note, message, messagesSent, messagesFailed } = report;
  const figures: readonly (readonly [string, string | undefined])[] = [
    [words.duration, endedAt && elapsed(startedAt, endedAt)],
    [words.allAccounted, spanOf(report.allAccountedMs) ?? words.never],
    [words.firstMessage, spanOf(report.firstMessageMs) ?? words.none],
    [words.lastMessage, spanOf(report.lastMessageMs) ?? words.none],
    [words.messages, words.messagesSent(messagesSent, messagesFailed)],
    [words.total, String(report.counts.total)],
  ];
  return (
    <Section title={words.figures}>
      <div>
        <div>{words.startedAt(times.moment(startedAt), startedBy)}</div>
        {endedAt && <div>{words.endedAt(times.moment(endedAt), endedBy ?? '')}</div>}
        {message && <p className="roll-note">“{message}”</p>}
        {note && <p className="roll-note">“{note}”</p>}
      </div>
      <Counts counts={report.counts} />
      <dl className="figures-list">
        {figures
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="figures">{value}</dd>
            </div>
          ))}
      </dl>
    </Section>
  );
}

export function ReportUnaccounted({ report }: Props) {
  const words = useEvacuationWords();
  const { unaccounted } = report;
  return (
    <Section title={words.unaccounted} {...(unaccounted.length === 0 && { hint: words.unaccountedNone })}>
      {unaccounted.length > 0 && <Entries entries={unaccounted} timeZone={report.timeZone} />}
    </Section>
  );
}

export function ReportPeople({ report }: Props) {
  const words = useEvacuationWords();
  return (
    <Section title={words.everybody}>
      <Entries entries={report.entries} timeZone={report.timeZone} />
    </Section>
  );
}

function Entries({ entries, timeZone }: Readonly<{ entries: readonly RollCallEntry[]; timeZone: string }>) {
  const words = useEvacuationWords();
  const times = useTimes(timeZone);
  return (
    <Table className="report-table" verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.name}</Table.Th>
          <Table.Th>{words.stateHead}</Table.Th>
          <Table.Th>{words.byHead}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {entries.map(({ id, displayName, state, stateAt, stateBy, stateSource, musterPoint }) => (
          <Table.Tr key={id}>
            <Table.Th scope="row">{displayName}</Table.Th>
            <Table.Td>
              <StateTag state={state} />
            </Table.Td>
            <Table.Td>
              {[stateAt && times.clock(stateAt), stateBy, stateSource && words.source[stateSource], musterPoint]
                .filter(Boolean)
                .join(' · ')}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

export function ReportTimeline({ report }: Props) {
  const words = useEvacuationWords();
  const times = useTimes(report.timeZone);
  const whatOf = (what: string): string => (what in words.what ? words.what[what as keyof typeof words.what] : what);
  const wordOf = (state: string | undefined): string | undefined =>
    state && state in words.state ? words.state[state as keyof typeof words.state] : undefined;
  return (
    <Section title={words.timeline}>
      <ol className="timeline">
        {report.timeline.map(({ at, what, subject, by, state, source, note, late }, index) => (
          <li key={`${at}-${index}`}>
            <time dateTime={at} className="figures">
              {times.clock(at)}
            </time>
            <span>
              {[
                whatOf(what),
                subject,
                wordOf(state),
                by,
                source && words.source[source],
                note && `“${note}”`,
                late && words.late,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
