import { Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import { refusalOf } from '../../parts/refusal.ts';
import { useWords } from '../../words/words.ts';
import { Step } from './step.tsx';

type Props = Readonly<{ registrationToken: string; onDone: () => Promise<void> }>;

/** Who the newcomer is. */
export function NameStep({ registrationToken, onDone }: Props) {
  const { signIn } = useWords();
  const [firstName, setFirstName] = useState('');
  const [lastName, setLastName] = useState('');
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.identity.register({ registrationToken, firstName, lastName }),
    onSuccess: onDone,
  });
  const refusal = refusalOf(error, ['firstName', 'lastName']);
  return (
    <Step title={signIn.nameTitle} action={signIn.create} busy={isPending} refusal={refusal} onSubmit={mutate}>
      <Text>{signIn.nameIntro}</Text>
      <TextInput
        label={signIn.firstName}
        name="given-name"
        autoComplete="given-name"
        value={firstName}
        onChange={({ currentTarget }) => setFirstName(currentTarget.value)}
        error={refusal.at('firstName')}
        maxLength={100}
        autoFocus
      />
      <TextInput
        label={signIn.lastName}
        name="family-name"
        autoComplete="family-name"
        value={lastName}
        onChange={({ currentTarget }) => setLastName(currentTarget.value)}
        error={refusal.at('lastName')}
        maxLength={100}
      />
    </Step>
  );
}
