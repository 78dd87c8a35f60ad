import { Button, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/api.ts';
import { Loading } from '../../parts/loading.tsx';
import { Own } from '../../parts/own.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { useWords } from '../../words/words.ts';

/** Those who look as if they were one person. */
export function Duplicates({ onChoose }: Readonly<{ onChoose: (ids: readonly string[]) => void }>) {
  const { records: words } = useWords();
  const { data, error, refetch } = useQuery({
    queryKey: ['duplicates'],
    queryFn: async () => (await api.identity.listDuplicates()).groups,
  });
  return (
    <Section title={words.duplicates} hint={words.duplicatesHint}>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading height={96} />}
      {data?.length === 0 && <Text c="dimmed">{words.duplicatesNone}</Text>}
      <ul className="plain-list">
        {data?.map(({ people }) => {
          const ids = people.map(({ id }) => id);
          return (
            <li key={ids.join(' ')}>
              <Own icon={IconUsers} title={people[0]?.displayName} hint={people.map(({ handle }) => handle).join(', ')}>
                <Button
                  variant="default"
                  aria-label={`${words.mergeThese}: ${people[0]?.displayName}`}
                  onClick={() => {
                    onChoose(ids);
                    document.querySelector<HTMLElement>('h1')?.focus();
                  }}
                >
                  {words.mergeThese}
                </Button>
              </Own>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
