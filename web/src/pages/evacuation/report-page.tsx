import './evacuation.css';
import { Button, Stack } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { IncidentReport } from '@guildhall/client';
import { api } from '../../api/api.ts';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useWords } from '../../words/words.ts';
import { ReportFigures, ReportPeople, ReportTimeline, ReportUnaccounted } from './report-parts.tsx';
import { useEvacuationWords } from './words.ts';

/** What happened, who was not found, and how long it took: on the screen, on paper, as PDF and CSV. */
export function ReportPage() {
  const words = useEvacuationWords();
  const { incidentId } = useParams({ from: '/signed-in/evacuation/$incidentId/report' });
  const { data, error, refetch } = useQuery({
    queryKey: ['incident-report', incidentId],
    queryFn: () => api.register.getIncidentReport({ incidentId }),
  });
  return (
    <Page
      title={data ? words.reportTitle(words.kind[data.kind], data.siteName) : words.report}
      actions={<Ways id={incidentId} />}
    >
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading height={420} />}
      {data && <Report report={data} />}
      <ButtonLink className="no-print" to="/evacuation" variant="subtle" mt="md">
        {words.back}
      </ButtonLink>
    </Page>
  );
}

function Report({ report }: Readonly<{ report: IncidentReport }>) {
  return (
    <Stack gap="lg" className="report">
      <ReportFigures report={report} />
      <ReportUnaccounted report={report} />
      <ReportPeople report={report} />
      <ReportTimeline report={report} />
    </Stack>
  );
}

function Ways({ id }: Readonly<{ id: string }>) {
  const words = useEvacuationWords();
  const { presence } = useWords();
  const address = `/api/register/incidents/${encodeURIComponent(id)}/report`;
  const icon = <IconDownload size={20} aria-hidden />;
  return (
    <>
      <Button className="no-print" variant="default" leftSection={icon} component="a" href={`${address}.pdf`} download>
        {words.pdf}
      </Button>
      <Button className="no-print" variant="default" leftSection={icon} component="a" href={`${address}.csv`} download>
        {words.csv}
      </Button>
      <Button
        className="no-print"
        variant="default"
        leftSection={<IconPrinter size={20} aria-hidden />}
        onClick={() => window.print()}
      >
        {presence.print}
      </Button>
    </>
  );
}
