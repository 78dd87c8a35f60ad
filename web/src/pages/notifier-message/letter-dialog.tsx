import { Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DeadLetter } from '@guildhall/client';
import { api } from '../../api/api.ts';
import { Action } from '../../parts/action.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Loading } from '../../parts/loading.tsx';
import { say } from '../../parts/notice.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useWords } from '../../words/words.ts';
import { useNotifierWords } from './words.ts';

type Props = Readonly<{ letter: DeadLetter; onClose: () => void }>;

/** Why a letter is dead, and what it says of nobody. */
export function LetterDialog({ letter, onClose }: Props) {
  const words = useNotifierWords();
  const { messages } = useWords();
  const client = useQueryClient();
  const { data, error } = useQuery({
    queryKey: ['dead-letters', letter.id],
    queryFn: () => api.notifier.getDeadLetter({ deadLetterId: letter.id }),
  });
  const redrive = useMutation({
    mutationFn: () => api.notifier.redriveDeadLetters({ ids: [letter.id] }),
    onSuccess: ({ redriven }) => {
      say(messages.redriven(redriven));
      onClose();
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['dead-letters'] }),
  });
  const problem = error ?? redrive.error;
  const headers = Object.entries(data?.headers ?? {}).map(([name, value]) => `${name}: ${value}`);
  return (
    <Dialog kind="drawer" title={words.inspected} onClose={onClose}>
      <Stack gap="md">
        <Text style={{ overflowWrap: 'anywhere' }}>
          {letter.durable} · {letter.subject} · {letter.reason}
        </Text>
        {problem && <ProblemAlert error={problem} />}
        {!data && !error && <Loading height={160} />}
        {data && <Shown label={words.payload} text={data.payload ?? words.payloadNone} />}
        {headers.length > 0 && <Shown label={words.headers} text={headers.join('\n')} />}
        <Action busy={redrive.isPending} onClick={() => redrive.mutate()}>
          {words.redriveOne}
        </Action>
      </Stack>
    </Dialog>
  );
}

const Shown = ({ label, text }: Readonly<{ label: string; text: string }>) => (
  <div>
    <Text size="sm" c="dimmed">
      {label}
    </Text>
    <pre className="letter" role="region" tabIndex={0} aria-label={label}>
      {text}
    </pre>
  </div>
);
