import { Button, Card, Group, SimpleGrid, Text, Title } from '@mantine/core';
import { IconBuildingCommunity, IconPencil, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { sitesQuery } from '../../api/sites.ts';
import { Loading } from '../../parts/loading.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useTimes } from '../../words/times.ts';
import { useWords } from '../../words/words.ts';
import { NewSiteDrawer, SiteDrawer } from './site-drawer.tsx';

/** The buildings of the organisation. */
export function SitesPage() {
  const { sites: words, app } = useWords();
  const times = useTimes('UTC');
  const { data, error, refetch } = useQuery(sitesQuery);
  const [open, setOpen] = useState<string>();
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
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {data?.map(({ id, name, timeZone, today }) => (
          <Card key={id} withBorder radius="lg">
            <Group justify="space-between" wrap="nowrap" align="flex-start">
              <div>
                <Title order={2} size="h4">
                  {name}
                </Title>
                <Text size="sm" c="dimmed">
                  {id} · {timeZone}
                </Text>
                <Text size="sm">{words.today(times.day(today))}</Text>
              </div>
              <Button variant="default" px="sm" miw={44} aria-label={words.edit(name)} onClick={() => setOpen(id)}>
                <IconPencil size={20} aria-hidden />
              </Button>
            </Group>
          </Card>
        ))}
      </SimpleGrid>
      {open && <SiteDrawer siteId={open} onClose={() => setOpen(undefined)} />}
      {isAdding && <NewSiteDrawer onClose={() => setAdding(false)} />}
    </Page>
  );
}
