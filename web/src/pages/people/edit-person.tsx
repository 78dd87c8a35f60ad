import { Button, Divider, Drawer, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../../api/api.ts';
import type { Person } from '../../api/gen/client.ts';
import { isProblem } from '../../api/problem.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { say } from '../../parts/notice.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useWords } from '../../words/words.ts';
import { KindInput } from './add-person.tsx';
import { RolesInput } from './roles-input.tsx';

type Props = Readonly<{ person: Person; onClose: () => void }>;

/** Names, kind, roles, and whether the person may sign in at all. */
export function EditPerson({ person, onClose }: Props) {
  const { people: words, signIn, app } = useWords();
  const client = useQueryClient();
  const [form, setForm] = useState({
    firstName: person.firstName,
    lastName: person.lastName,
    kind: person.kind ?? 'visitor',
    roles: person.roles,
  });
  const [isAsking, ask] = useState(false);
  const set = (change: Partial<typeof form>): void => setForm((before) => ({ ...before, ...change }));
  const { mutate, isPending, error } = useMutation({
    mutationFn: (change: Parameters<typeof api.identity.updatePerson>[0]['person']) =>
      api.identity.updatePerson({ personId: person.id, person: change }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['people'] });
      say(app.saved);
      onClose();
    },
  });
  const fields = isProblem(error) ? error.fields : new Map<string, string>();
  const isActive = person.status !== 'disabled';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    mutate(form);
  };
  return (
    <Drawer
      opened
      position="right"
      onClose={onClose}
      title={words.edit(person.displayName)}
      closeButtonProps={{ 'aria-label': app.close }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput
            label={signIn.firstName}
            value={form.firstName}
            onChange={({ currentTarget }) => set({ firstName: currentTarget.value })}
            error={fields.get('firstName')}
            maxLength={100}
          />
          <TextInput
            label={signIn.lastName}
            value={form.lastName}
            onChange={({ currentTarget }) => set({ lastName: currentTarget.value })}
            error={fields.get('lastName')}
            maxLength={100}
          />
          <KindInput value={form.kind} onChange={(kind) => set({ kind })} />
          <RolesInput value={form.roles} onChange={(roles) => set({ roles })} error={fields.get('roles')} />
          {error && fields.size === 0 && <ProblemAlert error={error} />}
          <Button type="submit" loading={isPending}>
            {app.save}
          </Button>
          <Divider />
          <Button variant="default" onClick={() => (isActive ? ask(true) : mutate({ status: 'active' }))}>
            {isActive ? words.disable : words.enable}
          </Button>
        </Stack>
      </form>
      <Confirm
        opened={isAsking}
        text={words.disableAsk(person.displayName)}
        action={words.disable}
        onCancel={() => ask(false)}
        onConfirm={() => {
          ask(false);
          mutate({ status: 'disabled' });
        }}
      />
    </Drawer>
  );
}
