import { Box, Button, SimpleGrid } from '@mantine/core';
import { IconBuildingCommunity, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { sitesQuery } from '../../api/sites.ts';
import { Loading } from '../../parts/loading.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useWords } from '../../words/words.ts';
import { PrivacyNotices } from './privacy-notices.tsx';
import { SiteCard } from './site-card.tsx';
import { NewSiteDrawer } from './site-drawer.tsx';

/** The buildings of the organisation. */
export function SitesPage() {
  const { sites: words, app } = useWords();
  const { data, error, refetch } = useQuery(sitesQuery);
  const [isAdding, setAdding] = useState(false);
  const add = (
    <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setAdding(true)}>
      {words.add}
    </Button>
  );
  return (
    <Page title={words.title} actions={add}>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading height={160} />}
      {data?.length === 0 && <Empty icon={IconBuildingCommunity} title={app.noSites} />}
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        {data?.map((site) => (
          <SiteCard key={site.id} site={site} />
        ))}
      </SimpleGrid>
      <Box mt="lg">
        <PrivacyNotices />
      </Box>
      {isAdding && <NewSiteDrawer onClose={() => setAdding(false)} />}
    </Page>
  );
}
