import { Checkbox, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/api.ts';
import { useWords } from '../../words/words.ts';

type Props = Readonly<{ value: readonly string[]; onChange: (roles: string[]) => void; error?: string | undefined }>;

/** The roles of a person, each with what it permits. */
export function RolesInput({ value, onChange, error }: Props) {
  const { people: words, app } = useWords();
  const { data } = useQuery({ queryKey: ['roles'], queryFn: async () => (await api.identity.listRoles({})).roles });
  if (!data) return <Skeleton height={120} aria-label={app.loading} />;
  return (
    <Checkbox.Group
      label={words.roles}
      description={words.rolesHint}
      value={[...value]}
      onChange={onChange}
      error={error}
    >
      <Stack gap="xs" mt="xs">
        {data.map(({ id, label, permissions }) => (
          <Checkbox key={id} value={id} label={label} description={permissions.join(', ')} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
