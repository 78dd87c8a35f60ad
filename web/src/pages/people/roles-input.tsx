import { Checkbox, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/api.ts';
import { Loading } from '../../parts/loading.tsx';
import { useWords } from '../../words/words.ts';
import { useRoleName } from './roles.tsx';

type Props = Readonly<{ value: readonly string[]; onChange: (roles: string[]) => void; error?: string | undefined }>;

/** The roles of a person, each with what it permits. */
export function RolesInput({ value, onChange, error }: Props) {
  const { people: words } = useWords();
  const nameOf = useRoleName();
  const rights: Readonly<Record<string, string>> = words.rights;
  const { data } = useQuery({ queryKey: ['roles'], queryFn: async () => (await api.identity.listRoles()).roles });
  if (!data) return <Loading height={120} />;
  return (
    <Checkbox.Group
      size="md"
      label={words.roles}
      description={words.rolesHint}
      value={[...value]}
      onChange={onChange}
      error={error}
    >
      <Stack gap="xs" mt="xs">
        {data.map(({ id, label, permissions }) => (
          <Checkbox
            key={id}
            value={id}
            label={nameOf(id, label)}
            description={permissions.map((permission) => rights[permission] ?? permission).join(', ')}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
