import { Badge, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/api.ts';
import type { ProviderState } from '../../api/kinds.ts';
import { useWords } from '../../words/words.ts';

const colours: Readonly<Record<ProviderState, string>> = {
  real: 'green',
  sandbox: 'blue',
  off: 'gray',
  failing: 'red',
};

/** Whether each way out is real, sandboxed, off or failing. */
export function Providers() {
  const { messages: words } = useWords();
  const { data } = useQuery({
    queryKey: ['providers'],
    queryFn: async () => (await api.notifier.listProviders({})).providers,
    refetchInterval: 30_000,
  });
  if (!data) return null;
  return (
    <Group gap="sm" aria-label={words.providers} role="group">
      {data.map(({ name, state }) => (
        <Group key={name} gap={6}>
          <Text size="sm">{name}</Text>
          {state && (
            <Badge variant="light" color={colours[state]}>
              {words.provider[state]}
            </Badge>
          )}
        </Group>
      ))}
    </Group>
  );
}
