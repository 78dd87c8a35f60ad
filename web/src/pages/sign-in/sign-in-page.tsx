import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useNewSession } from '../../api/session.ts';
import { CodeStep } from './code-step.tsx';
import { type Contact, ContactStep } from './contact-step.tsx';
import { NameStep } from './name-step.tsx';
import { SignInFrame } from './sign-in-frame.tsx';

type At =
  | Readonly<{ step: 'contact' }>
  | Readonly<{ step: 'code'; challengeId: string }>
  | Readonly<{ step: 'name'; registrationToken: string }>;

/** Contact, code, and for newcomers a name. */
export function SignInPage() {
  const [at, go] = useState<At>({ step: 'contact' });
  const [contact, setContact] = useState<Contact>({ method: 'email', value: '' });
  const finish = useFinish();
  return (
    <SignInFrame>
      {at.step === 'contact' && (
        <ContactStep
          typed={contact}
          onSent={(sent, challengeId) => {
            setContact(sent);
            go({ step: 'code', challengeId });
          }}
        />
      )}
      {at.step === 'code' && (
        <CodeStep
          key={at.challengeId}
          challengeId={at.challengeId}
          contact={contact}
          onSignedIn={finish}
          onNameWanted={(registrationToken) => go({ step: 'name', registrationToken })}
          onResent={(challengeId) => go({ step: 'code', challengeId })}
          onOtherWay={() => go({ step: 'contact' })}
        />
      )}
      {at.step === 'name' && <NameStep registrationToken={at.registrationToken} onDone={finish} />}
    </SignInFrame>
  );
}

/** Goes to where the person wanted to be before we asked who they are. */
function useFinish(): () => Promise<void> {
  const { next } = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  const newSession = useNewSession();
  return async () => {
    await newSession();
    await navigate({ href: next ?? '/', replace: true });
  };
}
