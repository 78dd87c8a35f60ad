import { Skeleton } from '@mantine/core';
import { IconBuildingCommunity } from '@tabler/icons-react';
import { useSession } from '../../api/session.ts';
import { useSite } from '../../api/sites.ts';
import { Empty } from '../../parts/empty.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useWords } from '../../words/words.ts';
import { StatusPanel } from './status-panel.tsx';

/** In or out, and the one button that changes it. */
export function StatusPage() {
  const { status, app } = useWords();
  const { person } = useSession();
  const { sites, site, error, retry } = useSite();
  const title = status.hello(person.firstName);
  if (site) return <StatusPanel key={site.id} site={site} person={person} />;
  return (
    <Page title={title} size="sm">
      {error && <ProblemAlert error={error} onRetry={retry} />}
      {!error && !sites && <Skeleton height={320} radius="lg" aria-label={app.loading} />}
      {sites?.length === 0 && <Empty icon={IconBuildingCommunity} title={app.noSites} hint={app.noSitesHint} />}
    </Page>
  );
}
