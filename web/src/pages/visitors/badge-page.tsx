import './visitors.css';
import { Alert, Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { api } from '../../api/api.ts';
import { useSite } from '../../api/sites.ts';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useVisitorsWords } from './words.ts';

/** The badge in its own size, and nothing else on the paper. */
export function BadgePage() {
  const words = useVisitorsWords();
  const { visitorId } = useParams({ from: '/signed-in/visitors/$visitorId/badge' });
  const { site, error: siteError } = useSite();
  const siteId = site?.id ?? '';
  const { data, error, refetch } = useQuery({
    queryKey: ['visitor', siteId, visitorId],
    queryFn: () => api.register.getVisitor({ siteId, visitorId }),
    enabled: siteId !== '',
  });
  const trouble = siteError ?? error;
  return (
    <Page title={data ? words.badgeNamed(data.name) : words.badge}>
      {trouble && <ProblemAlert error={trouble} onRetry={() => void refetch()} />}
      {!data && !trouble && <Loading height={240} />}
      {data && data.status !== 'inside' && <Alert color="orange">{words.badgeGone}</Alert>}
      {data?.status === 'inside' && (
        <>
          <img
            className="badge"
            src={`/api/register/sites/${encodeURIComponent(siteId)}/visitors/${encodeURIComponent(visitorId)}/badge.svg`}
            alt={words.badgeNamed(data.name)}
          />
          <div className="visitor-actions no-print">
            <Button leftSection={<IconPrinter size={20} aria-hidden />} onClick={() => window.print()}>
              {words.badgePrint}
            </Button>
          </div>
        </>
      )}
      <ButtonLink className="no-print" variant="subtle" mt="md" to="/visitors" search={{ show: 'inside' }}>
        {words.badgeBack}
      </ButtonLink>
    </Page>
  );
}
