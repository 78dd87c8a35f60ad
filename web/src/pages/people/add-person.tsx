import { Button, Drawer, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../../api/api.ts';
import type { PersonKind } from '../../api/kinds.ts';
import { isProblem } from '../../api/problem.ts';
import { say } from '../../parts/notice.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useWords } from '../../words/words.ts';
import { RolesInput } from './roles-input.tsx';

const blank = { firstName: '', lastName: '', kind: 'staff' as PersonKind, email: '', phone: '', roles: [] as string[] };

/** A person whose contacts an administrator vouches for. */
export function AddPerson({ onClose }: Readonly<{ onClose: () => void }>) {
  const { people: words, signIn, app } = useWords();
  const client = useQueryClient();
  const [form, setForm] = useState(blank);
  const set = (change: Partial<typeof blank>): void => setForm((before) => ({ ...before, ...change }));
  const contacts = [
    ...(form.email ? [{ method: 'email' as const, value: form.email }] : []),
    ...(form.phone ? [{ method: 'sms' as const, value: form.phone }] : []),
  ];
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => {
      const { firstName, lastName, kind, roles } = form;
      return api.identity.createPerson({ firstName, lastName, kind, roles, contacts });
    },
    onSuccess: async ({ displayName }) => {
      await client.invalidateQueries({ queryKey: ['people'] });
      say(words.created(displayName));
      onClose();
    },
  });
  const fields = isProblem(error) ? error.fields : new Map<string, string>();
  const phoneIndex = form.email ? 1 : 0;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    mutate();
  };
  return (
    <Drawer opened position="right" onClose={onClose} title={words.add} closeButtonProps={{ 'aria-label': app.close }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput
            data-autofocus
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
          <TextInput
            type="email"
            label={words.email}
            value={form.email}
            onChange={({ currentTarget }) => set({ email: currentTarget.value })}
            error={fields.get('contacts.0.value')}
            maxLength={254}
          />
          <TextInput
            type="tel"
            label={words.phone}
            value={form.phone}
            onChange={({ currentTarget }) => set({ phone: currentTarget.value })}
            error={form.phone && fields.get(`contacts.${phoneIndex}.value`)}
            maxLength={32}
          />
          <RolesInput value={form.roles} onChange={(roles) => set({ roles })} error={fields.get('roles')} />
          {error && fields.size === 0 && <ProblemAlert error={error} />}
          <Button type="submit" loading={isPending}>
            {words.add}
          </Button>
        </Stack>
      </form>
    </Drawer>
  );
}

export function KindInput({ value, onChange }: Readonly<{ value: PersonKind; onChange: (kind: PersonKind) => void }>) {
  const { people: words } = useWords();
  const kinds = ['staff', 'contractor', 'visitor'] as const;
  return (
    <Select
      label={words.kind}
      data={kinds.map((kind) => ({ value: kind, label: words[kind] }))}
      value={value}
      onChange={(kind) => onChange(kind as PersonKind)}
    />
  );
}
