import { Group, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DeadLetter } from '@guildhall/client';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import { Action } from '../../parts/action.tsx';
import { say } from '../../parts/notice.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { useTimes } from '../../words/times.ts';
import { useWords } from '../../words/words.ts';
import { LetterDialog } from '../notifier-message/letter-dialog.tsx';
import { InspectButton } from '../notifier-message/links.tsx';

const queryKey = ['dead-letters'];

/** What no consumer could handle, handed back by one press. */
export function DeadLetters() {
  const { messages: words } = useWords();
  const times = useTimes();
  const client = useQueryClient();
  const { data, error } = useQuery({
    queryKey,
    queryFn: async () => (await api.notifier.listDeadLetters({})).deadLetters,
  });
  const redrive = useMutation({
    mutationFn: () => api.notifier.redriveDeadLetters({ ids: [] }),
    onSuccess: ({ redriven }) => say(words.redriven(redriven)),
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
  const [opened, setOpened] = useState<DeadLetter>();
  const problem = error ?? redrive.error;
  return (
    <Section title={words.deadLetters} hint={words.deadLettersHint}>
      {problem && <ProblemAlert error={problem} />}
      {data?.length === 0 && <Text>{words.deadLettersNone}</Text>}
      {data?.map((letter) => {
        const { id, durable, subject, reason, at, attempts } = letter;
        return (
          <p key={id} className="record">
            <span className="figures">{times.moment(at)}</span> · {durable} · {subject} · {words.attempt(attempts)} ·{' '}
            {reason} <InspectButton id={id} onOpen={() => setOpened(letter)} />
          </p>
        );
      })}
      {data && data.length > 0 && (
        <Group>
          <Action busy={redrive.isPending} onClick={() => redrive.mutate()}>
            {words.redrive}
          </Action>
        </Group>
      )}
      {opened && <LetterDialog letter={opened} onClose={() => setOpened(undefined)} />}
    </Section>
  );
}
