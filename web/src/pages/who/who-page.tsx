import { Card, Stack, Text } from '@mantine/core';
import { IconBuildingCommunity, IconEyeOff, IconMoodEmpty } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/api.ts';
import { useSite } from '../../api/sites.ts';
import type { SiteSummary, WhoIsIn } from '@guildhall/client';
import { Empty } from '../../parts/empty.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useTimes } from '../../words/times.ts';
import { useWords } from '../../words/words.ts';

const askAgainMs = 60_000;

/** Who of those who wish to be seen is in the building, for everybody who is signed in. */
export function WhoPage() {
  const { who, app } = useWords();
  const { sites, site, error, retry } = useSite();
  return (
    <Page title={who.title} size="sm">
      {error && <ProblemAlert error={error} onRetry={retry} />}
      {!error && !sites && <Loading height={240} />}
      {sites?.length === 0 && <Empty icon={IconBuildingCommunity} title={app.noSites} hint={app.noSitesHint} />}
      {site && !site.whoIsVisible && <Empty icon={IconEyeOff} title={who.off} hint={who.offHint} />}
      {site?.whoIsVisible && <WhoAt key={site.id} site={site} />}
    </Page>
  );
}

function WhoAt({ site }: Readonly<{ site: SiteSummary }>) {
  const { data, error, refetch } = useQuery({
    queryKey: ['who', site.id],
    queryFn: () => api.register.getWhoIsIn({ siteId: site.id }),
    refetchInterval: askAgainMs,
  });
  if (!data && error) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  return data ? <Inside site={site} {...data} /> : <Loading height={240} />;
}

function Inside({ site, count, people, now }: WhoIsIn & Readonly<{ site: SiteSummary }>) {
  const { who } = useWords();
  const times = useTimes(site.timeZone);
  if (count === 0) return <Empty icon={IconMoodEmpty} title={who.nobody} hint={who.you} />;
  const hidden = count - people.length;
  return (
    <Stack gap="md">
      <div role="status">
        <Text fw={650} size="xl">
          {who.inside(count)}
        </Text>
        <Text c="dimmed">{site.name}</Text>
      </div>
      <ul className="plain-list">
        {people.map(({ personId, displayName, since }) => (
          <Card key={personId} component="li" withBorder radius="lg" p="sm">
            <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
              {displayName}
            </Text>
            <Text size="sm" c="dimmed" title={times.moment(since)}>
              {who.since(times.time(since))} · {times.ago(since, new Date(now))}
            </Text>
          </Card>
        ))}
      </ul>
      {hidden > 0 && <Text c="dimmed">{who.others(hidden)}</Text>}
      <Text size="sm" c="dimmed">
        {who.you}
      </Text>
    </Stack>
  );
}
