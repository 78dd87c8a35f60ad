import { Group, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import type { Person } from '@guildhall/client';
import { useChangedPerson } from '../../api/session.ts';
import { Action } from '../../parts/action.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { say } from '../../parts/notice.ts';
import { refusalOf } from '../../parts/refusal.ts';
import { Section } from '../../parts/section.tsx';
import { useWords } from '../../words/words.ts';

/** The name that others see. */
export function Names({ person }: Readonly<{ person: Person }>) {
  const { profile, signIn, app } = useWords();
  const [firstName, setFirstName] = useState(person.firstName);
  const [lastName, setLastName] = useState(person.lastName);
  const showChanged = useChangedPerson();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.identity.updateMe({ person: { firstName, lastName } }),
    onSuccess: (changed) => {
      showChanged(changed);
      say(app.saved);
    },
  });
  const refusal = refusalOf(error, ['firstName', 'lastName']);
  return (
    <Section title={profile.names}>
      <Form refusal={refusal} onSubmit={mutate}>
        <TextInput
          label={signIn.firstName}
          autoComplete="given-name"
          value={firstName}
          onChange={({ currentTarget }) => setFirstName(currentTarget.value)}
          error={refusal.at('firstName')}
          maxLength={100}
        />
        <TextInput
          label={signIn.lastName}
          autoComplete="family-name"
          value={lastName}
          onChange={({ currentTarget }) => setLastName(currentTarget.value)}
          error={refusal.at('lastName')}
          maxLength={100}
        />
        <Unplaced refusal={refusal} />
        <Group>
          <Action type="submit" busy={isPending}>
            {app.save}
          </Action>
        </Group>
      </Form>
    </Section>
  );
}
