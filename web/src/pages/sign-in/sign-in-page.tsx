import { useSearch } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Loading } from '../../parts/loading.tsx';
import { CodeStep } from './code-step.tsx';
import { type Contact, ContactStep } from './contact-step.tsx';
import { NameStep } from './name-step.tsx';
import { OtherWays } from './other-ways.tsx';
import { SignInFrame } from './sign-in-frame.tsx';
import { useFinish } from './use-finish.ts';

// Most people come with a code: what serves the others is loaded when it is wanted.
const PasswordWay = lazy(async () => ({ default: (await import('./password-way.tsx')).PasswordWay }));

type At =
  | Readonly<{ step: 'contact' }>
  | Readonly<{ step: 'password' }>
  | Readonly<{ step: 'code'; challengeId: string }>
  | Readonly<{ step: 'name'; registrationToken: string }>;

/** Contact, code, and for newcomers a name; or a password, a passkey, another service. */
export function SignInPage() {
  const { next } = useSearch({ from: '/sign-in' });
  const [at, go] = useState<At>({ step: 'contact' });
  const [contact, setContact] = useState<Contact>({ method: 'email', value: '' });
  const finish = useFinish();
  const onSignedIn = (): Promise<void> => finish(next);
  const ways = (password?: () => void): ReactNode => (
    <OtherWays next={next} onSignedIn={onSignedIn} onPassword={password} />
  );
  return (
    <SignInFrame>
      {at.step === 'contact' && (
        <ContactStep
          typed={contact}
          otherwise={ways(() => go({ step: 'password' }))}
          onSent={(sent, challengeId) => {
            setContact(sent);
            go({ step: 'code', challengeId });
          }}
        />
      )}
      {at.step === 'password' && (
        <Suspense fallback={<Loading height={320} />}>
          <PasswordWay otherwise={ways()} onSignedIn={onSignedIn} onCode={() => go({ step: 'contact' })} />
        </Suspense>
      )}
      {at.step === 'code' && (
        <CodeStep
          key={at.challengeId}
          challengeId={at.challengeId}
          contact={contact}
          onSignedIn={onSignedIn}
          onNameWanted={(registrationToken) => go({ step: 'name', registrationToken })}
          onResent={(challengeId) => go({ step: 'code', challengeId })}
          onOtherWay={() => go({ step: 'contact' })}
        />
      )}
      {at.step === 'name' && <NameStep registrationToken={at.registrationToken} onDone={onSignedIn} />}
    </SignInFrame>
  );
}
