import { Button, Group, Skeleton, Stack, Text, TextInput, VisuallyHidden } from '@mantine/core';
import { IconBuildingCommunity, IconMoodEmpty, IconPrinter, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { SiteSummary } from '../../api/gen/client.ts';
import { useSite } from '../../api/sites.ts';
import { Empty } from '../../parts/empty.tsx';
import { useNow } from '../../parts/now.ts';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useTimes } from '../../words/times.ts';
import { useWords } from '../../words/words.ts';
import { PeopleInside } from './people-inside.tsx';
import { usePresence } from './use-presence.ts';

/** Who is in the building, as it changes. */
export function PresencePage() {
  const { app, presence } = useWords();
  const { sites, site, error, retry } = useSite();
  if (site) return <PresenceAt key={site.id} site={site} />;
  return (
    <Page title={presence.title}>
      {error && <ProblemAlert error={error} onRetry={retry} />}
      {!error && !sites && <Skeleton height={240} aria-label={app.loading} />}
      {sites?.length === 0 && <Empty icon={IconBuildingCommunity} title={app.noSites} hint={app.noSitesHint} />}
    </Page>
  );
}

function PresenceAt({ site }: Readonly<{ site: SiteSummary }>) {
  const { app, presence: words } = useWords();
  const { data, error, refetch, isLive, lastHeardAt, announcement } = usePresence(site.id);
  const now = useNow(data?.now, 10_000);
  const times = useTimes(site.timeZone);
  const print = (
    <Button
      className="no-print"
      variant="default"
      leftSection={<IconPrinter size={20} aria-hidden />}
      onClick={() => window.print()}
    >
      {words.print}
    </Button>
  );
  return (
    <Page title={`${words.title} · ${site.name}`} actions={print}>
      <VisuallyHidden role="status">{announcement}</VisuallyHidden>
      {error && !data && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={240} aria-label={app.loading} />}
      {data && (
        <Stack gap="md">
          <Group justify="space-between">
            <Text size="xl" fw={650} aria-live="polite">
              {words.inside(data.count)}
            </Text>
            <Group gap={8}>
              <span className="live-dot no-print" data-live={isLive} aria-hidden />
              <Text size="sm" c="dimmed">
                {isLive ? words.live : lastHeardAt && words.stale(times.relative(lastHeardAt))}
              </Text>
              <Text size="sm" c="dimmed">
                {words.printed(times.clock(now))}
              </Text>
            </Group>
          </Group>
          {data.count === 0 ? (
            <Empty icon={IconMoodEmpty} title={words.empty} hint={words.emptyHint} />
          ) : (
            <Found people={data.people} site={site} now={now} />
          )}
        </Stack>
      )}
    </Page>
  );
}

type FoundProps = Readonly<{ people: Parameters<typeof PeopleInside>[0]['people']; site: SiteSummary; now: Date }>;

function Found({ people, site, now }: FoundProps) {
  const { presence: words } = useWords();
  const [wanted, setWanted] = useState('');
  const matches = people.filter(({ displayName }) =>
    displayName.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()),
  );
  return (
    <>
      <TextInput
        className="no-print"
        aria-label={words.search}
        placeholder={words.search}
        leftSection={<IconSearch size={20} aria-hidden />}
        value={wanted}
        onChange={({ currentTarget }) => setWanted(currentTarget.value)}
      />
      {matches.length === 0 ? (
        <Text c="dimmed">{words.noMatch}</Text>
      ) : (
        <PeopleInside people={matches} site={site} now={now} />
      )}
    </>
  );
}
