import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/api.ts';
import { Action } from '../parts/action.tsx';
import { Form, Unplaced } from '../parts/form.tsx';
import { refusalOf } from '../parts/refusal.ts';
import { useWords } from '../words/words.ts';
import { useWays } from '../words/ways.ts';

export function PasswordProof({ onProven }: Readonly<{ onProven: () => void }>) {
  const { account } = useWords();
  const ways = useWays();
  const [password, setPassword] = useState('');
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.identity.reauthenticate({ password: { password } }),
    onSuccess: onProven,
  });
  const refusal = refusalOf(error, ['password']);
  return (
    <Form refusal={refusal} onSubmit={mutate}>
      <TextInput
        type="password"
        label={ways.passwordLabel}
        autoComplete="current-password"
        value={password}
        onChange={({ currentTarget }) => setPassword(currentTarget.value)}
        error={refusal.at('password')}
        maxLength={128}
      />
      <Unplaced refusal={refusal} />
      <Action type="submit" busy={isPending}>
        {account.proofGo}
      </Action>
    </Form>
  );
}
