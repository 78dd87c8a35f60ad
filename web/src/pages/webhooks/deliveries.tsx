import { Accordion, Group, Text } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Action } from '../../parts/action.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Loading } from '../../parts/loading.tsx';
import { say } from '../../parts/notice.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { useWords } from '../../words/words.ts';
import { Delivery } from './delivery.tsx';
import { type CallState, type Source, useSource } from './source.ts';

type State = CallState | '';

const states = ['', 'pending', 'delivered', 'failed'] as const;
const refreshMs = 10_000;

/** The calls of the last thirty days. */
export function Deliveries({ webhookId }: Readonly<{ webhookId: string }>) {
  const { admin, app } = useWords();
  const { webhooks: words } = admin;
  const source = useSource();
  const [state, setState] = useState<State>('');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useDeliveries(
    source,
    webhookId,
    state,
  );
  const found = data?.pages.flatMap(({ calls }) => calls);
  return (
    <Section title={words.deliveries} hint={words.deliveriesHint}>
      <Choice
        legend={words.state}
        value={state}
        options={states.map((value) => ({ value, label: value ? words.states[value] : words.all }))}
        onChange={setState}
      />
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!found && !error && <Loading height={160} />}
      {found?.length === 0 && <Text c="dimmed">{words.deliveriesNone}</Text>}
      {found && found.length > 0 && (
        <Accordion variant="separated" radius="lg" order={3}>
          {found.map((delivery) => (
            <Delivery key={delivery.id} webhookId={webhookId} delivery={delivery} />
          ))}
        </Accordion>
      )}
      <Group gap="sm">
        {hasNextPage && (
          <Action variant="default" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {app.more}
          </Action>
        )}
        {found?.some((delivery) => delivery.state === 'failed') && <ReplayAll webhookId={webhookId} />}
      </Group>
    </Section>
  );
}

const useDeliveries = (source: Source, webhookId: string, state: State) =>
  useInfiniteQuery({
    queryKey: [source.key, 'calls', webhookId, state],
    queryFn: ({ pageParam }) =>
      source.calls(webhookId, {
        ...(state && { state }),
        ...(pageParam && { pageToken: pageParam }),
      }),
    initialPageParam: '',
    getNextPageParam: ({ nextPageToken }) => nextPageToken,
    refetchInterval: ({ state: { data } }) => (data && data.pages.length > 1 ? false : refreshMs),
  });

function ReplayAll({ webhookId }: Readonly<{ webhookId: string }>) {
  const { admin } = useWords();
  const { webhooks: words } = admin;
  const client = useQueryClient();
  const source = useSource();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => source.replayFailed(webhookId),
    onSuccess: ({ replayed }) => say(words.replayedAll(replayed)),
    onSettled: () => client.invalidateQueries({ queryKey: [source.key, 'calls', webhookId] }),
  });
  return (
    <>
      {error && <ProblemAlert error={error} />}
      <Action variant="default" busy={isPending} onClick={() => mutate()}>
        {words.replayAll}
      </Action>
    </>
  );
}
