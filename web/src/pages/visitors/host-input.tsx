import { Button, Group, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconUser } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import { useVisitorsWords } from './words.ts';

type Props = Readonly<{
  siteId: string;
  id: string;
  name: string;
  error: string | undefined;
  onChange: (id: string, name: string) => void;
}>;

const typingMs = 250;

/** The person who is visited: typed, and chosen from those who are found. */
export function HostInput({ siteId, id, name, error, onChange }: Props) {
  const words = useVisitorsWords();
  const [typed, setTyped] = useState('');
  const [wanted] = useDebouncedValue(typed.trim(), typingMs);
  const { data } = useQuery({
    queryKey: ['hosts', siteId, wanted],
    queryFn: async () => (await api.register.searchHosts({ siteId, name: wanted })).hosts,
    enabled: wanted.length >= 2 && !id,
  });
  if (id) {
    return (
      <div>
        <Text fw={500}>{words.hostLabel}</Text>
        <Group justify="space-between" wrap="nowrap">
          <Group gap="xs" wrap="nowrap" className="host-chosen">
            <IconUser size={20} aria-hidden />
            {name}
          </Group>
          <Button
            variant="default"
            onClick={() => {
              setTyped('');
              onChange('', '');
            }}
          >
            {words.hostClear}
          </Button>
        </Group>
      </div>
    );
  }
  return (
    <div>
      <TextInput
        label={words.hostLabel}
        description={words.hostHint}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        error={error}
        maxLength={100}
        autoComplete="off"
      />
      <div className="hosts" role="status">
        {wanted.length >= 2 && data?.length === 0 && <span>{words.hostNobody}</span>}
        {wanted.length >= 2 &&
          data?.map((host) => (
            <Button key={host.id} variant="default" onClick={() => onChange(host.id, host.name)}>
              {host.name}
            </Button>
          ))}
      </div>
    </div>
  );
}
