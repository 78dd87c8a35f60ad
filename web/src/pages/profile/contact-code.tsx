import { Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import type { Person } from '@guildhall/client';
import { isProblem } from '../../api/problem.ts';
import { Action } from '../../parts/action.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { refusalOf } from '../../parts/refusal.ts';
import { useWords } from '../../words/words.ts';

type Props = Readonly<{ value: string; challengeId: string; onVerified: (person: Person) => void }>;

/** The code that was sent to a new contact. */
export function ContactCode({ value, challengeId, onVerified }: Props) {
  const { signIn } = useWords();
  const [code, setCode] = useState('');
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.identity.verifyContact({ challengeId, code }),
    onSuccess: onVerified,
  });
  const isWrong = isProblem(error, 'identity.wrong_code');
  const refusal = refusalOf(error, ['code']);
  return (
    <Form refusal={refusal} onSubmit={mutate}>
      <Text style={{ overflowWrap: 'anywhere' }}>{signIn.codeSent(value)}</Text>
      <TextInput
        label={signIn.codeLabel}
        value={code}
        onChange={({ currentTarget }) => setCode(currentTarget.value)}
        error={isWrong ? signIn.wrongCode : refusal.at('code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        autoFocus
      />
      {!isWrong && <Unplaced refusal={refusal} />}
      <Action type="submit" busy={isPending}>
        {signIn.verify}
      </Action>
    </Form>
  );
}
