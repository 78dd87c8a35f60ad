import { Button, Divider, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import type { Person, PersonInput } from '@guildhall/client';
import { Action } from '../../parts/action.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { say } from '../../parts/notice.ts';
import { refusalOf } from '../../parts/refusal.ts';
import { useWords } from '../../words/words.ts';
import { KindInput } from './kind-input.tsx';
import { NameInputs } from './name-inputs.tsx';
import { RolesInput } from './roles-input.tsx';

type Props = Readonly<{ person: Person; onClose: () => void }>;

/** Names, kind, roles, and whether the person may sign in at all. */
export function EditPerson({ person, onClose }: Props) {
  const { people: words, app } = useWords();
  const client = useQueryClient();
  const { firstName, lastName, kind, roles } = person;
  const [form, setForm] = useState({ firstName, lastName, kind, roles });
  const set = (change: Partial<typeof form>): void => setForm((before) => ({ ...before, ...change }));
  const { mutate, isPending, error } = useMutation({
    mutationFn: (change: PersonInput) => api.identity.updatePerson({ personId: person.id, person: change }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['people'] });
      say(app.saved);
      onClose();
    },
  });
  const refusal = refusalOf(error, ['firstName', 'lastName', 'roles']);
  return (
    <Dialog kind="drawer" title={words.edit(person.displayName)} onClose={onClose}>
      <Stack gap="lg">
        <Form refusal={refusal} onSubmit={() => mutate(form)}>
          <NameInputs value={form} refusal={refusal} onChange={set} />
          <KindInput value={form.kind} onChange={(chosen) => set({ kind: chosen })} />
          <RolesInput value={form.roles} onChange={(chosen) => set({ roles: chosen })} error={refusal.at('roles')} />
          <Unplaced refusal={refusal} />
          <Action type="submit" busy={isPending}>
            {app.save}
          </Action>
        </Form>
        <Divider />
        <Access person={person} onChange={mutate} />
      </Stack>
    </Dialog>
  );
}

type AccessProps = Readonly<{ person: Person; onChange: (change: PersonInput) => void }>;

/** Whether the person may sign in. */
function Access({ person, onChange }: AccessProps) {
  const { people: words } = useWords();
  const [isAsking, ask] = useState(false);
  const isActive = person.status === 'active';
  return (
    <>
      <Button variant="default" fullWidth onClick={() => (isActive ? ask(true) : onChange({ status: 'active' }))}>
        {isActive ? words.disable : words.enable}
      </Button>
      {isAsking && (
        <Confirm
          text={words.disableAsk(person.displayName)}
          action={words.disable}
          onCancel={() => ask(false)}
          onConfirm={() => {
            ask(false);
            onChange({ status: 'disabled' });
          }}
        />
      )}
    </>
  );
}
