import { Group, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Reconciliation } from '@guildhall/client';
import { useState } from 'react';
import { volunteers } from '../../api/volunteers.ts';
import { Action } from '../../parts/action.tsx';
import { Asked } from '../../parts/asked.tsx';
import { Loading } from '../../parts/loading.tsx';
import { say } from '../../parts/notice.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { OneRun } from './one-run.tsx';
import { useSystemWords } from './words.ts';

const lookMs = 2_000;
const atOnce = 5;

const isRunning = (runs: readonly Reconciliation[] | undefined): boolean =>
  runs?.some(({ state }) => state === 'running') ?? false;

/** The latest comparisons, and a button for another. */
export function Runs() {
  const words = useSystemWords();
  const client = useQueryClient();
  const [isAll, setAll] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['volunteers', 'runs'],
    queryFn: async () => (await volunteers.listReconciliations()).reconciliations,
    refetchInterval: ({ state }) => (isRunning(state.data) ? lookMs : false),
  });
  const run = useMutation({
    mutationFn: (dryRun: boolean) => volunteers.reconcile({ dryRun }),
    onSuccess: () => say(words.runStarted),
    onSettled: () => client.invalidateQueries({ queryKey: ['volunteers'] }),
  });
  const isBusy = run.isPending || isRunning(data);
  return (
    <Section title={words.runs}>
      <Group gap="sm">
        <Action variant="default" busy={isBusy} onClick={() => run.mutate(true)}>
          {words.runDry}
        </Action>
        <Asked question={words.runAsk} action={words.run} busy={isBusy} onConfirm={() => run.mutate(false)} />
      </Group>
      {run.error && <ProblemAlert error={run.error} />}
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading height={96} />}
      {data?.length === 0 && <Text c="dimmed">{words.runsNone}</Text>}
      <ul className="plain-list">
        {data?.slice(0, isAll ? undefined : atOnce).map((one) => (
          <li key={one.reconciliationId}>
            <OneRun run={one} />
          </li>
        ))}
      </ul>
      {data && data.length > atOnce && !isAll && <More onMore={() => setAll(true)} />}
    </Section>
  );
}

function More({ onMore }: Readonly<{ onMore: () => void }>) {
  const words = useSystemWords();
  return (
    <Group>
      <Action variant="subtle" busy={false} onClick={onMore}>
        {words.runsMore}
      </Action>
    </Group>
  );
}
