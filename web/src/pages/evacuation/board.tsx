import { Button } from '@mantine/core';
import { IconFileText, IconPrinter, IconUsers } from '@tabler/icons-react';
import type { Incident } from '@guildhall/client';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Loading } from '../../parts/loading.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useTimes } from '../../words/times.ts';
import { Age } from './age.tsx';
import { Codes } from './codes.tsx';
import { Counts } from './counts.tsx';
import { End } from './end.tsx';
import { Pending } from './pending.tsx';
import { People } from './people.tsx';
import { PrintedRows } from './printed-list.tsx';
import { countsOf } from './roll-call.ts';
import { type Row, rowsOfIncident } from './rows.ts';
import { useIncident } from './use-incident.ts';
import { useMarks } from './use-marks.ts';
import { useEvacuationWords } from './words.ts';

/** The live board: who is to be found, and one thumb to say how they are. */
export function Board({ incidentId }: Readonly<{ incidentId: string }>) {
  const board = useIncident(incidentId);
  const { incident, heardAt, error, refetch } = board;
  if (!incident && error) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (!incident || !heardAt) return <Loading height={420} />;
  return <BoardOf incident={incident} heardAt={heardAt} isLive={board.isLive} change={board.change} />;
}

type Props = Readonly<{
  incident: Incident;
  heardAt: Date;
  isLive: boolean;
  change: (apply: (incident: Incident) => Incident) => void;
}>;

function BoardOf({ incident, heardAt, isLive, change }: Props) {
  const words = useEvacuationWords();
  const marks = useMarks(incident.siteId, incident.open ? incident : undefined, change);
  const rows = rowsOfIncident(incident, marks.pending);
  const counts = countsOf(rows.map(({ state }) => state));
  return (
    <div className="evacuation">
      <div className="no-print evacuation">
        <Head incident={incident} />
        {incident.open && <Age at={heardAt} isLive={isLive} />}
        <Counts counts={counts} />
        <Pending marks={marks} />
        {rows.length === 0 && <Empty icon={IconUsers} title={words.emptyList} />}
        <People rows={rows} marks={incident.open ? marks : undefined} points={incident.musterPoints} />
        {incident.open && incident.musterPoints.length > 0 && <Codes incidentId={incident.id} />}
        <Foot incident={incident} rows={rows} />
      </div>
      <PrintedRows title={words.reportTitle(words.kind[incident.kind], incident.siteName)} rows={rows} at={heardAt} />
    </div>
  );
}

function Head({ incident }: Readonly<{ incident: Incident }>) {
  const words = useEvacuationWords();
  const times = useTimes();
  const { kind, open, startedAt, startedBy, endedAt, endedBy, siteName, message } = incident;
  return (
    <section className="incident" data-kind={kind} data-open={open}>
      <strong className="incident-title">{words.reportTitle(words.kind[kind], siteName)}</strong>
      <span>{words.startedAt(times.time(startedAt), startedBy)}</span>
      {endedAt && <span>{words.endedAt(times.time(endedAt), endedBy ?? '')}</span>}
      {message && <span className="incident-message">{message}</span>}
    </section>
  );
}

function Foot({ incident, rows }: Readonly<{ incident: Incident; rows: readonly Row[] }>) {
  const words = useEvacuationWords();
  return (
    <div className="evacuation-foot">
      {incident.open && <End incident={incident} rows={rows} />}
      {!incident.open && (
        <ButtonLink
          to="/evacuation/$incidentId/report"
          params={{ incidentId: incident.id }}
          leftSection={<IconFileText size={20} aria-hidden />}
        >
          {words.report}
        </ButtonLink>
      )}
      <Button variant="default" leftSection={<IconPrinter size={20} aria-hidden />} onClick={() => window.print()}>
        {words.print}
      </Button>
    </div>
  );
}
