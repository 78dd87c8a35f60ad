import './visitors.css';
import { Button } from '@mantine/core';
import { IconBuildingCommunity, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useSite } from '../../api/sites.ts';
import { Empty } from '../../parts/empty.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useWords } from '../../words/words.ts';
import { AddVisitor } from './add-visitor.tsx';
import { Desk } from './desk.tsx';
import { useVisitorsWords } from './words.ts';

/** The desk: who is expected, who is inside, who has gone. */
export function VisitorsPage() {
  const words = useVisitorsWords();
  const { app } = useWords();
  const { sites, site, error, retry } = useSite();
  const [isAdding, setAdding] = useState(false);
  const add = site && (
    <Button leftSection={<IconUserPlus size={20} aria-hidden />} onClick={() => setAdding(true)}>
      {words.add}
    </Button>
  );
  return (
    <Page title={words.title} actions={add}>
      {error && <ProblemAlert error={error} onRetry={retry} />}
      {!error && !sites && <Loading height={320} />}
      {sites?.length === 0 && <Empty icon={IconBuildingCommunity} title={app.noSites} hint={app.noSitesHint} />}
      {site && <Desk key={site.id} site={site} />}
      {site && isAdding && <AddVisitor site={site} onClose={() => setAdding(false)} />}
    </Page>
  );
}
