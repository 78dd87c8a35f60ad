import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/api.ts';
import { say } from '../../parts/notice.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useTimes } from '../../words/times.ts';
import { useWords } from '../../words/words.ts';

/** What no consumer could handle, handed back by one press. */
export function DeadLetters() {
  const { messages: words } = useWords();
  const times = useTimes();
  const client = useQueryClient();
  const { data, error } = useQuery({
    queryKey: ['dead-letters'],
    queryFn: async () => (await api.notifier.listDeadLetters({})).deadLetters,
  });
  const redrive = useMutation({
    mutationFn: () => api.notifier.redriveDeadLetters({ ids: [] }),
    onSuccess: ({ redriven }) => say(words.redriven(redriven)),
    onSettled: () => client.invalidateQueries({ queryKey: ['dead-letters'] }),
  });
  const problem = error ?? redrive.error;
  return (
    <Card withBorder component="section">
      <Stack gap="sm">
        <Title order={2} size="h4">
          {words.deadLetters}
        </Title>
        <Text size="sm" c="dimmed">
          {words.deadLettersHint}
        </Text>
        {problem && <ProblemAlert error={problem} />}
        {data?.length === 0 && <Text>{words.deadLettersNone}</Text>}
        {data?.map(({ id, durable, subject, reason, at, attempts }) => (
          <Text key={id} size="sm" style={{ overflowWrap: 'anywhere' }}>
            <span className="figures">{times.moment(at)}</span> · {durable} · {subject} · {words.attempt(attempts)} ·{' '}
            {reason}
          </Text>
        ))}
        {data && data.length > 0 && (
          <Group>
            <Button loading={redrive.isPending} onClick={() => redrive.mutate()}>
              {words.redrive}
            </Button>
          </Group>
        )}
      </Stack>
    </Card>
  );
}
