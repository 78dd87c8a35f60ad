import { Anchor, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import { refusalOf } from '../../parts/refusal.ts';
import { EmailInput } from './account-inputs.tsx';
import { Done } from './done.tsx';
import { SignInFrame } from './sign-in-frame.tsx';
import { Step } from './step.tsx';
import { useWays } from '../../words/ways.ts';

/** Asks for the mail that sets a new password. Its answer does not tell who has an account. */
export function ForgottenPage() {
  const ways = useWays();
  const [email, setEmail] = useState('');
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: () => api.identity.requestPasswordReset({ email: email.trim() }),
  });
  const refusal = refusalOf(error, ['email']);
  return (
    <SignInFrame>
      {isSuccess ? (
        <Done title={ways.mailTitle} text={ways.resetSent(email.trim())} />
      ) : (
        <Step title={ways.resetTitle} action={ways.resetSend} busy={isPending} refusal={refusal} onSubmit={mutate}>
          <Text>{ways.resetText}</Text>
          <EmailInput value={email} onChange={setEmail} error={refusal.at('email')} />
          <Anchor component={Link} to="/sign-in">
            {ways.toSignIn}
          </Anchor>
        </Step>
      )}
    </SignInFrame>
  );
}
