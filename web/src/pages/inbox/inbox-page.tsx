import './inbox.css';
import { Stack } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { api } from '../../api/api.ts';
import { countsQuery } from '../../api/inbox.ts';
import { Action } from '../../parts/action.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useWords } from '../../words/words.ts';
import { Entry } from './entry.tsx';
import { type Filter, filters } from './search.ts';
import { useInboxWords } from './words.ts';

/** What the person was told in the application. */
export function InboxPage() {
  const words = useInboxWords();
  const { app } = useWords();
  const { show = 'unspecified' } = useSearch({ from: '/signed-in/inbox' });
  const navigate = useNavigate();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useEntries(show);
  const found = data?.pages.flatMap(({ entries }) => entries);
  useSeen(found?.length ?? 0);
  return (
    <Page title={words.title} size="sm" actions={found?.some(({ readAt }) => !readAt) && <ReadAll />}>
      <Stack gap="lg">
        <Choice
          legend={words.show}
          hideLegend
          value={show}
          options={filters.map((value) => ({ value, label: words.filters[value] }))}
          onChange={(chosen) =>
            void navigate({ to: '/inbox', search: chosen === 'unspecified' ? {} : { show: chosen }, replace: true })
          }
        />
        {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {!found && !error && <Loading height={320} />}
        {found?.length === 0 && <Empty icon={IconInbox} title={words.empty} hint={words.emptyHints[show]} />}
        {found && found.length > 0 && (
          <ul className="inbox">
            {found.map((entry) => (
              <li key={entry.id}>
                <Entry entry={entry} />
              </li>
            ))}
          </ul>
        )}
        {hasNextPage && (
          <Action variant="default" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {app.more}
          </Action>
        )}
      </Stack>
    </Page>
  );
}

const useEntries = (filter: Filter) =>
  useInfiniteQuery({
    queryKey: ['inbox', 'list', filter],
    queryFn: ({ pageParam }) =>
      api.notifier.listInbox({
        ...(filter !== 'unspecified' && { filter }),
        ...(pageParam && { pageToken: pageParam }),
      }),
    initialPageParam: '',
    getNextPageParam: ({ nextPageToken }) => nextPageToken,
  });

/** Whoever looks at the list has seen what is in it. */
function useSeen(count: number): void {
  const { mutate } = useMutation({ mutationFn: () => api.notifier.readAllInbox({ seenOnly: true }) });
  useEffect(() => {
    if (count > 0) mutate();
  }, [count, mutate]);
}

function ReadAll() {
  const words = useInboxWords();
  const client = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: () => api.notifier.readAllInbox({}),
    onSuccess: (counts) => client.setQueryData(countsQuery.queryKey, counts),
    onSettled: () => client.invalidateQueries({ queryKey: ['inbox', 'list'] }),
  });
  return (
    <Action variant="default" busy={isPending} onClick={() => mutate()}>
      {words.readAll}
    </Action>
  );
}
