import './webhooks.css';
import { Accordion, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconClock, IconX } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Action } from '../../parts/action.tsx';
import { Loading } from '../../parts/loading.tsx';
import { say } from '../../parts/notice.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useTimes } from '../../words/times.ts';
import { useWords } from '../../words/words.ts';
import { type Call, useSource } from './source.ts';
import { nameOf } from './event-names.ts';

const looks = {
  pending: { tone: 'note', icon: IconClock },
  delivered: { tone: 'good', icon: IconCheck },
  failed: { tone: 'bad', icon: IconX },
} as const;

type Props = Readonly<{ webhookId: string; delivery: Call }>;

/** One call: what became of it, and on opening every try and what is sent. */
export function Delivery({ webhookId, delivery }: Props) {
  const { admin } = useWords();
  const { webhooks: words } = admin;
  const times = useTimes();
  const { id, event, state, createdAt, tryCount } = delivery;
  const { tone, icon } = looks[state];
  return (
    <Accordion.Item value={id}>
      <Accordion.Control>
        <Group justify="space-between" gap="xs" pr="sm">
          <div>
            <Text fw={600}>{nameOf(words.eventNames, event)}</Text>
            <Text size="sm" c="dimmed" title={times.ago(createdAt)}>
              {times.moment(createdAt)} · {words.tries(tryCount)}
            </Text>
          </div>
          <Tag tone={tone} icon={icon}>
            {words.states[state]}
          </Tag>
        </Group>
      </Accordion.Control>
      <Accordion.Panel>
        <Opened webhookId={webhookId} delivery={delivery} />
      </Accordion.Panel>
    </Accordion.Item>
  );
}

function Opened({ webhookId, delivery: { id: deliveryId, state } }: Props) {
  const { admin } = useWords();
  const { webhooks: words } = admin;
  const times = useTimes();
  const client = useQueryClient();
  const source = useSource();
  const { data, error } = useQuery({
    queryKey: [source.key, 'calls', webhookId, 'one', deliveryId],
    queryFn: () => source.call(webhookId, deliveryId),
  });
  const replay = useMutation({
    mutationFn: () => source.replay(webhookId, deliveryId),
    onSuccess: () => say(words.replayed),
    onSettled: () => client.invalidateQueries({ queryKey: [source.key, 'calls', webhookId] }),
  });
  const problem = error ?? replay.error;
  return (
    <Stack gap="sm">
      {problem && <ProblemAlert error={problem} />}
      {!data && !error && <Loading height={96} />}
      {data?.nextTryAt && <Text size="sm">{words.nextTry(times.moment(data.nextTryAt))}</Text>}
      {data?.tries.map(({ at, status, reason, durationMs }) => (
        <Text key={at} size="sm" className="figures">
          {times.moment(at)}: {status ? words.answered(status, durationMs) : reason}
          {status && reason ? ` · ${reason}` : ''}
        </Text>
      ))}
      {data?.body && (
        <pre className="payload" role="region" tabIndex={0} aria-label={words.body}>
          {data.body}
        </pre>
      )}
      {state !== 'pending' && (
        <Group>
          <Action variant="default" busy={replay.isPending} onClick={() => replay.mutate()}>
            {words.replay}
          </Action>
        </Group>
      )}
    </Stack>
  );
}
