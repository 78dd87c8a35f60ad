import './people.css';
import { Button, Stack } from '@mantine/core';
import { IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import { useMay } from '../../api/session.ts';
import { Loading } from '../../parts/loading.tsx';
import { Action } from '../../parts/action.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useWords } from '../../words/words.ts';
import { AddPerson } from './add-person.tsx';
import { PeopleTable } from './people-table.tsx';
import { SearchBox } from './search-box.tsx';

const usePeople = (query: string) =>
  useInfiniteQuery({
    queryKey: ['people', query],
    queryFn: ({ pageParam }) => api.identity.listPeople({ query, ...(pageParam && { pageToken: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ nextPageToken }) => nextPageToken,
  });

/** Everybody the platform knows, found by name, handle or contact. */
export function PeoplePage() {
  const { people: words, records, app } = useWords();
  const { query = '' } = useSearch({ from: '/signed-in/people' });
  const may = useMay();
  const [isAdding, setAdding] = useState(false);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = usePeople(query);
  const found = data?.pages.flatMap(({ people }) => people);
  const actions = (
    <>
      {may('people.sync') && (
        <Button component={Link} to="/people/directory" variant="default">
          {records.directory}
        </Button>
      )}
      {may('people.merge') && (
        <Button component={Link} to="/people/merge" variant="default">
          {records.merge}
        </Button>
      )}
      {may('people.write') && (
        <Button leftSection={<IconUserPlus size={20} aria-hidden />} onClick={() => setAdding(true)}>
          {words.add}
        </Button>
      )}
    </>
  );
  return (
    <Page title={words.title} actions={actions} size="lg">
      <Stack gap="md">
        <SearchBox query={query} />
        {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {!found && !error && <Loading height={320} />}
        {found?.length === 0 && <Empty icon={IconUsers} title={words.empty} hint={words.emptyHint} />}
        {found && found.length > 0 && <PeopleTable people={found} />}
        {hasNextPage && (
          <Action variant="default" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {app.more}
          </Action>
        )}
      </Stack>
      {isAdding && <AddPerson onClose={() => setAdding(false)} />}
    </Page>
  );
}
