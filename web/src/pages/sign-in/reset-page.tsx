import { Anchor } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import { isProblem } from '../../api/problem.ts';
import { refusalOf } from '../../parts/refusal.ts';
import { PasswordInput } from './account-inputs.tsx';
import { Done } from './done.tsx';
import { SignInFrame } from './sign-in-frame.tsx';
import { Step } from './step.tsx';
import { useWays } from '../../words/ways.ts';

/** The page behind the link that sets a new password. */
export function ResetPage() {
  const ways = useWays();
  const { token } = useParams({ from: '/reset-password/$token' });
  const [password, setPassword] = useState('');
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: () => api.identity.completePasswordReset({ token, password }),
  });
  const refusal = refusalOf(error, ['password']);
  return (
    <SignInFrame>
      {isSuccess ? (
        <Done title={ways.resetDone} text={ways.resetDoneText} />
      ) : (
        <Step title={ways.resetTitle} action={ways.resetAction} busy={isPending} refusal={refusal} onSubmit={mutate}>
          <PasswordInput
            isNew
            label={ways.newPasswordLabel}
            value={password}
            onChange={setPassword}
            error={refusal.at('password')}
          />
          {isProblem(error, 'identity.reset_invalid') && (
            <Anchor component={Link} to="/reset-password">
              {ways.resetAgain}
            </Anchor>
          )}
        </Step>
      )}
    </SignInFrame>
  );
}
