import { Button, Text } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { volunteers } from '../../api/volunteers.ts';
import { Own } from '../../parts/own.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { useTimes } from '../../words/times.ts';
import { Counts } from './counts.tsx';
import { useImportWords } from './words.ts';

/** Imports of the past, each with what it did. */
export function Earlier({ onOpen }: Readonly<{ onOpen: (importId: string) => void }>) {
  const words = useImportWords();
  const times = useTimes();
  const { data, error, refetch } = useQuery({
    queryKey: ['volunteers', 'imports'],
    queryFn: async () => (await volunteers.listImports()).imports,
  });
  return (
    <Section title={words.earlier}>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && <Text c="dimmed">{words.earlierNone}</Text>}
      {data?.map((run) => (
        <Own
          key={run.importId}
          icon={IconFileSpreadsheet}
          title={run.name || words.file}
          hint={
            <>
              <span title={times.moment(run.startedAt)}>{times.ago(run.startedAt)}</span>
              <Counts run={run} />
            </>
          }
        >
          <Button variant="default" aria-label={words.open(run.name)} onClick={() => onOpen(run.importId)}>
            {words.openIt}
          </Button>
        </Own>
      ))}
    </Section>
  );
}
