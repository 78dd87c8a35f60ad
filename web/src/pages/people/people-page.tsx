import './people.css';
import { Button, Stack } from '@mantine/core';
import { IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import type { Person } from '../../api/gen/client.ts';
import { useMay } from '../../api/session.ts';
import { Loading } from '../../parts/loading.tsx';
import { Action } from '../../parts/action.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useWords } from '../../words/words.ts';
import { AddPerson } from './add-person.tsx';
import { EditPerson } from './edit-person.tsx';
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
  const { people: words, app } = useWords();
  const { query = '' } = useSearch({ from: '/signed-in/people' });
  const may = useMay();
  const [open, setOpen] = useState<Person | 'new'>();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = usePeople(query);
  const found = data?.pages.flatMap(({ people }) => people);
  const canWrite = may('people.write');
  const add = canWrite && (
    <Button leftSection={<IconUserPlus size={20} aria-hidden />} onClick={() => setOpen('new')}>
      {words.add}
    </Button>
  );
  return (
    <Page title={words.title} actions={add} size="lg">
      <Stack gap="md">
        <SearchBox query={query} />
        {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {!found && !error && <Loading height={320} />}
        {found?.length === 0 && <Empty icon={IconUsers} title={words.empty} hint={words.emptyHint} />}
        {found && found.length > 0 && <PeopleTable people={found} onOpen={canWrite ? setOpen : undefined} />}
        {hasNextPage && (
          <Action variant="default" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {app.more}
          </Action>
        )}
      </Stack>
      {open === 'new' && <AddPerson onClose={() => setOpen(undefined)} />}
      {open && open !== 'new' && <EditPerson person={open} onClose={() => setOpen(undefined)} />}
    </Page>
  );
}
