import { Anchor, Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { api } from '../../api/api.ts';
import { isProblem } from '../../api/problem.ts';
import { type Refusal, refusalOf } from '../../parts/refusal.ts';
import { EmailInput, PasswordInput } from './account-inputs.tsx';
import { Step } from './step.tsx';
import { useWays } from '../../words/ways.ts';

type Props = Readonly<{
  email: string;
  onEmail: (email: string) => void;
  onSignedIn: () => Promise<void>;
  onSignUp: () => void;
  onCode: () => void;
  otherwise: ReactNode;
}>;

/** E-mail address and password. */
export function LogInStep({ email, onEmail, onSignedIn, onSignUp, onCode, otherwise }: Props) {
  const ways = useWays();
  const [password, setPassword] = useState('');
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.identity.logIn({ email: email.trim(), password }),
    onSuccess: onSignedIn,
  });
  const refusal = placed(error);
  return (
    <Step
      title={ways.passwordTitle}
      action={ways.logIn}
      busy={isPending}
      refusal={refusal}
      onSubmit={mutate}
      otherwise={otherwise}
    >
      <EmailInput value={email} onChange={onEmail} error={refusal.at('email')} />
      <PasswordInput value={password} onChange={setPassword} error={refusal.at('password')} />
      <Group justify="space-between" gap="xs">
        <Anchor component={Link} to="/reset-password">
          {ways.forgot}
        </Anchor>
        <Anchor component="button" type="button" onClick={onSignUp}>
          {ways.create}
        </Anchor>
      </Group>
      <Button variant="subtle" onClick={onCode}>
        {ways.code}
      </Button>
    </Step>
  );
}

/** That a name is unknown is said at the name, and that both do not fit together at the password. */
function placed(error: unknown): Refusal {
  const refusal = refusalOf(error, ['email', 'password']);
  const input = isProblem(error, 'identity.no_account')
    ? 'email'
    : isProblem(error, 'identity.bad_credentials') && 'password';
  if (!input || !isProblem(error)) return refusal;
  return { error, at: (name) => (name === input ? error.message : undefined), isPlaced: true };
}
