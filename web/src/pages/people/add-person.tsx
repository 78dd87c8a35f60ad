import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import type { PersonKind } from '../../api/kinds.ts';
import { Action } from '../../parts/action.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { say } from '../../parts/notice.ts';
import { type Refusal, refusalOf } from '../../parts/refusal.ts';
import { useWords } from '../../words/words.ts';
import { type Contacts, contactsOf, placeOf } from './contacts.ts';
import { KindInput } from './kind-input.tsx';
import { NameInputs } from './name-inputs.tsx';
import { RolesInput } from './roles-input.tsx';

const blank = { firstName: '', lastName: '', kind: 'staff' as PersonKind, email: '', phone: '', roles: [] as string[] };

/** A person whose contacts an administrator vouches for. */
export function AddPerson({ onClose }: Readonly<{ onClose: () => void }>) {
  const { people: words } = useWords();
  const client = useQueryClient();
  const [form, setForm] = useState(blank);
  const set = (change: Partial<typeof blank>): void => setForm((before) => ({ ...before, ...change }));
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => {
      const { firstName, lastName, kind, roles } = form;
      return api.identity.createPerson({ firstName, lastName, kind, roles, contacts: contactsOf(form) });
    },
    onSuccess: async ({ displayName }) => {
      await client.invalidateQueries({ queryKey: ['people'] });
      say(words.created(displayName));
      onClose();
    },
  });
  const refusal = refusalOf(error, ['firstName', 'lastName', 'roles', 'contacts.0.value', 'contacts.1.value']);
  return (
    <Dialog kind="drawer" title={words.add} onClose={onClose}>
      <Form refusal={refusal} onSubmit={mutate}>
        <NameInputs value={form} refusal={refusal} onChange={set} />
        <KindInput value={form.kind} onChange={(kind) => set({ kind })} />
        <ContactInputs value={form} refusal={refusal} onChange={set} />
        <RolesInput value={form.roles} onChange={(roles) => set({ roles })} error={refusal.at('roles')} />
        <Unplaced refusal={refusal} />
        <Action type="submit" busy={isPending}>
          {words.add}
        </Action>
      </Form>
    </Dialog>
  );
}

type ContactsProps = Readonly<{ value: Contacts; refusal: Refusal; onChange: (change: Partial<Contacts>) => void }>;

function ContactInputs({ value, refusal, onChange }: ContactsProps) {
  const { people: words } = useWords();
  return (
    <>
      <TextInput
        type="email"
        label={words.email}
        value={value.email}
        onChange={({ currentTarget }) => onChange({ email: currentTarget.value })}
        error={refusal.at(placeOf(value, 'email'))}
        maxLength={254}
      />
      <TextInput
        type="tel"
        label={words.phone}
        value={value.phone}
        onChange={({ currentTarget }) => onChange({ phone: currentTarget.value })}
        error={refusal.at(placeOf(value, 'phone'))}
        maxLength={32}
      />
    </>
  );
}
