import './presence.css';
import { Button } from '@mantine/core';
import { IconBuildingCommunity, IconPrinter } from '@tabler/icons-react';
import { useSite } from '../../api/sites.ts';
import { WriteButton } from '../evacuation/broadcasts.tsx';
import { useWarden } from '../../shell/warden.ts';
import { Loading } from '../../parts/loading.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useWords } from '../../words/words.ts';
import { PresenceAt } from './presence-at.tsx';

/** Who is in the building, as it changes. */
export function PresencePage() {
  const { app, presence: words } = useWords();
  const { sites, site, error, retry } = useSite();
  const isWarden = useWarden();
  const actions = site && (
    <>
      {isWarden && <WriteButton site={site} />}
      <Button
        className="no-print"
        variant="default"
        leftSection={<IconPrinter size={20} aria-hidden />}
        onClick={() => window.print()}
      >
        {words.print}
      </Button>
    </>
  );
  return (
    <Page title={words.title} actions={actions}>
      {error && <ProblemAlert error={error} onRetry={retry} />}
      {!error && !sites && <Loading height={240} />}
      {sites?.length === 0 && <Empty icon={IconBuildingCommunity} title={app.noSites} hint={app.noSitesHint} />}
      {site && <PresenceAt key={site.id} site={site} />}
    </Page>
  );
}
