import { Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/api.ts';
import type { Merge } from '@guildhall/client';
import { Asked } from '../../parts/asked.tsx';
import { Loading } from '../../parts/loading.tsx';
import { say } from '../../parts/notice.ts';
import { Own } from '../../parts/own.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { Tag, type Tone } from '../../parts/tag.tsx';
import { useProven } from '../../proof/use-proven.tsx';
import { useTimes } from '../../words/times.ts';
import { useWords } from '../../words/words.ts';

const queryKey = ['merges'];
const goesOnMs = 3_000;

/** The merges of late, each undone as long as that is possible. */
export function Merges() {
  const { records: words } = useWords();
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: async () => (await api.identity.listMerges()).merges,
    refetchInterval: ({ state }) =>
      state.data?.some((merge) => merge.state === 'running' || merge.state === 'undoing') ? goesOnMs : false,
  });
  return (
    <Section title={words.merges}>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading height={96} />}
      {data?.length === 0 && <Text c="dimmed">{words.mergesNone}</Text>}
      <ul className="plain-list">
        {data?.map((merge) => (
          <li key={merge.id}>
            <OneMerge merge={merge} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

const tones: Readonly<Record<Merge['state'], Tone>> = {
  running: 'note',
  done: 'good',
  undoing: 'note',
  undone: 'plain',
};

function OneMerge({ merge }: Readonly<{ merge: Merge }>) {
  const { records: words } = useWords();
  const times = useTimes();
  const client = useQueryClient();
  const name = merge.survivor?.displayName ?? words.erasedPerson;
  const { mutate, isPending, error, dialog } = useProven<void, unknown>({
    mutationFn: () => api.identity.undoMerge({ mergeId: merge.id }),
    onSuccess: () => say(words.undone),
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
  return (
    <>
      <Own
        title={name}
        hint={
          <>
            {words.mergedCount(merge.mergedIds.length)} · {times.moment(merge.at)}
            {merge.state === 'done' && ` · ${words.undoUntil(times.moment(merge.undoUntil))}`}
          </>
        }
        tags={<Tag tone={tones[merge.state]}>{words.mergeStates[merge.state]}</Tag>}
      >
        {merge.state === 'done' && (
          <Asked
            question={words.undoAsk(name)}
            action={words.undo}
            label={words.undoNamed(name)}
            busy={isPending}
            onConfirm={() => mutate()}
          />
        )}
      </Own>
      {error && <ProblemAlert error={error} />}
      {dialog}
    </>
  );
}
