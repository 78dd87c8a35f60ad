import { Stack, Text, TextInput } from '@mantine/core';
import { IconSearch, IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { volunteers } from '../../api/volunteers.ts';
import { Empty } from '../../parts/empty.tsx';
import { plain } from '../../parts/find.ts';
import { Loading } from '../../parts/loading.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Sections } from '../volunteers/sections.tsx';
import { useVolunteerWords } from '../volunteers/words.ts';
import { OneUnmatched } from './one-unmatched.tsx';
import { useSystemWords } from './words.ts';

// More would be a list that nobody reads: the search finds the others.
const shown = 100;

/** Members of the workspace who are nobody's account, with who they might be. */
export function UnmatchedPage() {
  const words = useSystemWords();
  const { unmatched: title } = useVolunteerWords();
  const [text, setText] = useState('');
  const { data, error, refetch } = useQuery({
    queryKey: ['volunteers', 'unmatched'],
    queryFn: async () => (await volunteers.listUnmatchedSlackUsers()).users,
  });
  const found = data?.filter(({ name, email }) => plain(`${name} ${email}`).includes(plain(text)));
  return (
    <Page title={title}>
      <Sections />
      <Stack gap="lg">
        <Text c="dimmed">{words.unmatchedHint}</Text>
        {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Loading height={320} />}
        {data && data.length > 0 && (
          <TextInput
            type="search"
            aria-label={words.unmatchedSearch}
            placeholder={words.unmatchedSearch}
            leftSection={<IconSearch size={20} aria-hidden />}
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
        )}
        {found?.length === 0 && <Empty icon={IconUsersGroup} title={words.unmatchedNone} />}
        {found?.slice(0, shown).map((user) => (
          <OneUnmatched key={user.slackUserId} user={user} />
        ))}
      </Stack>
    </Page>
  );
}
