import './suppressions.css';
import { Button, Card, Stack, Text } from '@mantine/core';
import { IconBan, IconMailOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import { Action } from '../../parts/action.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useWords } from '../../words/words.ts';
import { BackToMessages } from '../notifier-message/links.tsx';
import { AddSuppression } from './add-suppression.tsx';
import { Filters } from './filters.tsx';
import { OneSuppression } from './one-suppression.tsx';
import type { SuppressionSearch } from './search.ts';
import { useSuppressionWords } from './words.ts';

const useSuppressions = (search: SuppressionSearch) =>
  useInfiniteQuery({
    queryKey: ['suppressions', search],
    queryFn: ({ pageParam }) =>
      api.notifier.listSuppressions({ ...search, ...(pageParam && { pageToken: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ nextPageToken }) => nextPageToken,
  });

/** The addresses to which nothing is sent any more. */
export function SuppressionsPage() {
  const words = useSuppressionWords();
  const { app } = useWords();
  const search = useSearch({ from: '/signed-in/messages/suppressions' });
  const [isAdding, setAdding] = useState(false);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuppressions(search);
  const found = data?.pages.flatMap(({ suppressions }) => suppressions);
  const add = (
    <Button leftSection={<IconBan size={20} aria-hidden />} onClick={() => setAdding(true)}>
      {words.add}
    </Button>
  );
  return (
    <Page title={words.title} actions={add}>
      <Stack gap="lg">
        <BackToMessages />
        <Text c="dimmed">{words.hint}</Text>
        <Filters />
        {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {!found && !error && <Loading height={240} />}
        {found?.length === 0 && <Empty icon={IconMailOff} title={search.to ? words.noneFound : words.none} />}
        {found && found.length > 0 && (
          <Card withBorder radius="lg" py={0}>
            {found.map((suppression) => (
              <OneSuppression key={suppression.id} suppression={suppression} />
            ))}
          </Card>
        )}
        {hasNextPage && (
          <Action variant="default" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {app.more}
          </Action>
        )}
      </Stack>
      {isAdding && <AddSuppression onClose={() => setAdding(false)} />}
    </Page>
  );
}
