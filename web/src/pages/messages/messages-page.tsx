import { Button, Group, SegmentedControl, Select, Skeleton, Stack } from '@mantine/core';
import { IconMailOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '../../api/api.ts';
import type { Channel, MessageState } from '../../api/kinds.ts';
import { useMay } from '../../api/session.ts';
import { Empty } from '../../parts/empty.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useWords } from '../../words/words.ts';
import { DeadLetters } from './dead-letters.tsx';
import { MessageList } from './message-list.tsx';
import { Providers } from './providers.tsx';

const refreshMs = 5_000;

const useMessages = (channel: string | undefined, state: string | undefined) =>
  useInfiniteQuery({
    queryKey: ['messages', channel, state],
    queryFn: ({ pageParam }) =>
      api.notifier.listMessages({
        ...(channel && { channel: channel as Channel }),
        ...(state && { state: state as MessageState }),
        ...(pageParam && { pageToken: pageParam }),
      }),
    initialPageParam: '',
    getNextPageParam: ({ nextPageToken }) => nextPageToken,
    refetchInterval: refreshMs,
  });

/** What was sent to whom, and what became of it. */
export function MessagesPage() {
  const { messages: words, app } = useWords();
  const { channel, state } = useSearch({ from: '/signed-in/messages' });
  const may = useMay();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useMessages(channel, state);
  const found = data?.pages.flatMap(({ messages }) => messages);
  return (
    <Page title={words.title}>
      <Stack gap="lg">
        <Providers />
        <Filters />
        {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {!found && !error && <Skeleton height={320} aria-label={app.loading} />}
        {found?.length === 0 && <Empty icon={IconMailOff} title={words.empty} hint={words.emptyHint} />}
        {found && found.length > 0 && <MessageList messages={found} />}
        {hasNextPage && (
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {app.more}
          </Button>
        )}
        {may('notifier.dead_letters.redrive') && <DeadLetters />}
      </Stack>
    </Page>
  );
}

const states = ['requested', 'sending', 'sent', 'failed', 'expired'] as const;
const channels = ['email', 'sms', 'slack'] as const;

function Filters() {
  const { messages: words } = useWords();
  const { channel = '', state = '' } = useSearch({ from: '/signed-in/messages' });
  const navigate = useNavigate();
  const choose = (change: { channel?: string; state?: string }): void => {
    const next = { channel, state, ...change };
    const search = { ...(next.channel && { channel: next.channel }), ...(next.state && { state: next.state }) };
    void navigate({ to: '/messages', search, replace: true });
  };
  return (
    <Group gap="md" align="flex-end">
      <SegmentedControl
        size="md"
        aria-label={words.channel}
        value={channel}
        onChange={(chosen) => choose({ channel: chosen })}
        data={[{ value: '', label: words.all }, ...channels.map((value) => ({ value, label: words[value] }))]}
        style={{ flexWrap: 'wrap' }}
      />
      <Select
        aria-label={words.state}
        value={state}
        onChange={(chosen) => choose({ state: chosen ?? '' })}
        data={[{ value: '', label: words.all }, ...states.map((value) => ({ value, label: words.states[value] }))]}
        w={160}
      />
    </Group>
  );
}
