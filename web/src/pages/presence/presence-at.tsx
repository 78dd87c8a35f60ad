import { Text, TextInput, VisuallyHidden } from '@mantine/core';
import { IconMoodEmpty, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { SiteSummary } from '@guildhall/client';
import { Loading } from '../../parts/loading.tsx';
import { Empty } from '../../parts/empty.tsx';
import { useNow } from '../../parts/now.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useWords } from '../../words/words.ts';
import type { Inside } from './changes.ts';
import { Headline } from './headline.tsx';
import { PeopleInside } from './people-inside.tsx';
import { usePresence } from './use-presence.ts';

/** Everybody inside one site, live. */
export function PresenceAt({ site }: Readonly<{ site: SiteSummary }>) {
  const { presence: words } = useWords();
  const { data, error, refetch, isLive, lastHeardAt, announcement } = usePresence(site.id);
  const now = useNow(data?.now, 10_000);
  if (!data && error) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading height={240} />;
  return (
    <div className="presence">
      <VisuallyHidden role="status">{announcement}</VisuallyHidden>
      <Headline site={site} count={data.count} isLive={isLive} lastHeardAt={lastHeardAt} now={now} />
      {data.count === 0 ? (
        <Empty icon={IconMoodEmpty} title={words.empty} hint={words.emptyHint} />
      ) : (
        <Found people={data.people} site={site} now={now} />
      )}
    </div>
  );
}

type FoundProps = Readonly<{ people: readonly Inside[]; site: SiteSummary; now: Date }>;

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase().trim();

/** The list, narrowed by a name, with or without its accents. */
function Found({ people, site, now }: FoundProps) {
  const { presence: words } = useWords();
  const [wanted, setWanted] = useState('');
  const matches = people.filter(({ displayName }) => plain(displayName).includes(plain(wanted)));
  return (
    <>
      <TextInput
        className="no-print"
        type="search"
        aria-label={words.search}
        placeholder={words.search}
        leftSection={<IconSearch size={20} aria-hidden />}
        value={wanted}
        maxLength={100}
        onChange={({ currentTarget }) => setWanted(currentTarget.value)}
      />
      {matches.length === 0 ? (
        <Text role="status" c="dimmed">
          {words.noMatch}
        </Text>
      ) : (
        <PeopleInside people={matches} site={site} now={now} />
      )}
    </>
  );
}
