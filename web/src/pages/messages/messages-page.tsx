import './messages.css';
import { Stack } from '@mantine/core';
import { IconMailOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { api } from '../../api/api.ts';
import { useMay } from '../../api/session.ts';
import { Loading } from '../../parts/loading.tsx';
import { Action } from '../../parts/action.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useWords } from '../../words/words.ts';
import { ExportButton } from '../notifier-message/export-button.tsx';
import { Links } from '../notifier-message/links.tsx';
import { Narrow } from '../notifier-message/narrow.tsx';
import { type MessageSearch, requestOf } from '../notifier-message/search.ts';
import { DeadLetters } from './dead-letters.tsx';
import { Filters } from './filters.tsx';
import { MessageList } from './message-list.tsx';
import { Providers } from './providers.tsx';

const refreshMs = 5_000;

const useMessages = (search: MessageSearch) =>
  useInfiniteQuery({
    queryKey: ['messages', search],
    queryFn: ({ pageParam }) =>
      api.notifier.listMessages({
        ...requestOf(search),
        ...(pageParam && { pageToken: pageParam }),
      }),
    initialPageParam: '',
    getNextPageParam: ({ nextPageToken }) => nextPageToken,
    // The first page stays fresh by itself; who has gone further back is reading, and is left alone.
    refetchInterval: ({ state: { data } }) => (data && data.pages.length > 1 ? false : refreshMs),
  });

/** What was sent to whom, and what became of it. */
export function MessagesPage() {
  const { messages: words, app } = useWords();
  const search = useSearch({ from: '/signed-in/messages' });
  const may = useMay();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useMessages(search);
  const found = data?.pages.flatMap(({ messages }) => messages);
  return (
    <Page title={words.title} actions={<ExportButton search={search} />}>
      <Stack gap="lg">
        <Links />
        <Providers />
        <Filters />
        <Narrow />
        {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {!found && !error && <Loading height={320} />}
        {found?.length === 0 && <Empty icon={IconMailOff} title={words.empty} hint={words.emptyHint} />}
        {found && found.length > 0 && <MessageList messages={found} />}
        {hasNextPage && (
          <Action variant="default" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {app.more}
          </Action>
        )}
        {may('notifier.dead_letters.redrive') && <DeadLetters />}
      </Stack>
    </Page>
  );
}
