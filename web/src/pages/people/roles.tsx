import { Group } from '@mantine/core';
import { Tag } from '../../parts/tag.tsx';
import { useWords } from '../../words/words.ts';

/** What a role is called here; one that only the platform knows keeps the platform's name. */
export function useRoleName(): (id: string, label?: string) => string {
  const { people } = useWords();
  const names: Readonly<Record<string, string>> = people.roleNames;
  return (id, label = id) => names[id] ?? label;
}

/** The roles of a person. */
export function Roles({ roles }: Readonly<{ roles: readonly string[] }>) {
  const nameOf = useRoleName();
  return (
    <Group gap={4}>
      {roles.map((role) => (
        <Tag key={role}>{nameOf(role)}</Tag>
      ))}
    </Group>
  );
}
