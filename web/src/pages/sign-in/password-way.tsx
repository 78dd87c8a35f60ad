import { type ReactNode, useState } from 'react';
import { LogInStep } from './log-in-step.tsx';
import { MailSent } from './mail-sent.tsx';
import { SignUpStep } from './sign-up-step.tsx';

type Props = Readonly<{ otherwise: ReactNode; onSignedIn: () => Promise<void>; onCode: () => void }>;

/** Signing in and up with a password. The address typed in one step is there in the next. */
export function PasswordWay({ otherwise, onSignedIn, onCode }: Props) {
  const [step, go] = useState<'log-in' | 'sign-up' | 'mailed'>('log-in');
  const [email, setEmail] = useState('');
  if (step === 'mailed') return <MailSent email={email} onAgain={() => go('sign-up')} />;
  if (step === 'sign-up') {
    return <SignUpStep email={email} onEmail={setEmail} onMailed={() => go('mailed')} onHaveOne={() => go('log-in')} />;
  }
  return (
    <LogInStep
      email={email}
      onEmail={setEmail}
      onSignedIn={onSignedIn}
      onSignUp={() => go('sign-up')}
      onCode={onCode}
      otherwise={otherwise}
    />
  );
}
