import './status.css';
import { IconBuildingCommunity } from '@tabler/icons-react';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useSession } from '../../api/session.ts';
import { useSite } from '../../api/sites.ts';
import { Loading } from '../../parts/loading.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useWords } from '../../words/words.ts';
import { statusQuery } from './movement.ts';
import { StatusPanel } from './status-panel.tsx';

/** In or out, and the one button that changes it. Held up at the desk, the whole phone has the colour of the state. */
export function StatusPage() {
  const { status: words, app } = useWords();
  const { person } = useSession();
  const { sites, site, error: siteError, retry } = useSite();
  const query = statusQuery(site?.id ?? '');
  const { data, error: statusError, refetch } = useQuery(site ? query : { ...query, queryFn: skipToken });
  const error = siteError ?? (data ? null : statusError);
  return (
    <div className="whole" data-state={data?.state}>
      <Page title={words.hello(person.firstName)} size="sm">
        {error && <ProblemAlert error={error} onRetry={() => (siteError ? retry() : void refetch())} />}
        {!error && !data && sites?.length !== 0 && <Loading height={420} />}
        {sites?.length === 0 && <Empty icon={IconBuildingCommunity} title={app.noSites} hint={app.noSitesHint} />}
        {site && data && <StatusPanel key={site.id} site={site} status={data} person={person} />}
      </Page>
    </div>
  );
}
