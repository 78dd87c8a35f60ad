import { Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/api.ts';
import { Action } from '../parts/action.tsx';
import { Form, Unplaced } from '../parts/form.tsx';
import { ProblemAlert } from '../parts/problem.tsx';
import { refusalOf } from '../parts/refusal.ts';
import { useWords } from '../words/words.ts';

/** A code to the contact that is used first. */
export function CodeProof({ onProven }: Readonly<{ onProven: () => void }>) {
  const { account } = useWords();
  const start = useMutation({ mutationFn: () => api.identity.startReauthentication() });
  if (start.data) return <Code challengeId={start.data.challengeId} onProven={onProven} />;
  return (
    <>
      {start.error && <ProblemAlert error={start.error} />}
      <Action busy={start.isPending} onClick={() => start.mutate()}>
        {account.proofSend}
      </Action>
    </>
  );
}

function Code({ challengeId, onProven }: Readonly<{ challengeId: string; onProven: () => void }>) {
  const { account, signIn } = useWords();
  const [code, setCode] = useState('');
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.identity.reauthenticate({ code: { challengeId, code } }),
    onSuccess: onProven,
  });
  const refusal = refusalOf(error, ['code']);
  return (
    <Form refusal={refusal} onSubmit={mutate}>
      <Text role="status">{account.proofSent}</Text>
      <TextInput
        label={signIn.codeLabel}
        value={code}
        onChange={({ currentTarget }) => setCode(currentTarget.value)}
        error={refusal.at('code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        autoFocus
      />
      <Unplaced refusal={refusal} />
      <Action type="submit" busy={isPending}>
        {account.proofGo}
      </Action>
    </Form>
  );
}
