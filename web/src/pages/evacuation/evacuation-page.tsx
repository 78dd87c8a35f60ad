import './evacuation.css';
import { IconBuildingCommunity, IconShieldLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { SiteSummary } from '@guildhall/client';
import { isProblem } from '../../api/problem.ts';
import { useSite } from '../../api/sites.ts';
import { Empty } from '../../parts/empty.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useWords } from '../../words/words.ts';
import { Board } from './board.tsx';
import { Ready } from './ready.tsx';
import { openIncidentQuery } from './open-incident.ts';
import { useEvacuationWords } from './words.ts';

/** Everybody out: the board while an incident is under way, else what starts one, and who is inside. */
export function EvacuationPage() {
  const words = useEvacuationWords();
  const { app } = useWords();
  const { incident } = useSearch({ from: '/signed-in/evacuation' });
  const { sites, site, error, retry } = useSite();
  return (
    <Page title={words.title}>
      {incident && <Board key={incident} incidentId={incident} />}
      {!incident && error && <ProblemAlert error={error} onRetry={retry} />}
      {!incident && !error && !sites && <Loading height={320} />}
      {sites?.length === 0 && <Empty icon={IconBuildingCommunity} title={app.noSites} hint={app.noSitesHint} />}
      {!incident && site && <AtSite key={site.id} site={site} />}
    </Page>
  );
}

const askMs = 15_000;

function AtSite({ site }: Readonly<{ site: SiteSummary }>) {
  const words = useEvacuationWords();
  const { data, error, refetch } = useQuery({ ...openIncidentQuery(site.id), refetchInterval: askMs });
  if (isProblem(error, 'register.not_a_warden')) {
    return <Empty icon={IconShieldLock} title={words.wardensOnly} hint={words.wardensOnlyHint} />;
  }
  if (!data && error) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading height={320} />;
  return data.value ? <Board key={data.value.id} incidentId={data.value.id} /> : <Ready site={site} />;
}
