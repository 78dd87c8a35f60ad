import { Alert, Button, Group, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import type { VerifyChallengeResponse } from '@guildhall/client';
import { isProblem } from '../../api/problem.ts';
import { Action } from '../../parts/action.tsx';
import { say } from '../../parts/notice.ts';
import { type Refusal, refusalOf } from '../../parts/refusal.ts';
import { useWords } from '../../words/words.ts';
import type { Contact } from './contact-step.tsx';
import { Step } from './step.tsx';

type Props = Readonly<{
  challengeId: string;
  contact: Contact;
  onSignedIn: () => Promise<void>;
  onNameWanted: (registrationToken: string) => void;
  onResent: (challengeId: string) => void;
  onOtherWay: () => void;
}>;

/** The six digits, with another try and another way beside them. */
export function CodeStep({ challengeId, contact, onSignedIn, onNameWanted, onResent, onOtherWay }: Props) {
  const { signIn } = useWords();
  const [code, setCode] = useState('');
  const settle = async ({ status, registrationToken }: VerifyChallengeResponse): Promise<void> => {
    if (status === 'needs_name' && registrationToken) onNameWanted(registrationToken);
    else await onSignedIn();
  };
  const verify = useMutation({
    mutationFn: () => api.identity.verifyChallenge({ challengeId, code }),
    onMutate: (): void => resend.reset(),
    onSuccess: settle,
  });
  const resend = useMutation({
    mutationFn: () => api.identity.createChallenge(contact),
    onMutate: (): void => verify.reset(),
    onSuccess: (challenge) => {
      say(signIn.resent);
      onResent(challenge.challengeId);
    },
  });
  const refusal = useCodeRefusal(verify.error ?? resend.error);
  return (
    <Step
      title={signIn.codeTitle}
      action={signIn.verify}
      busy={verify.isPending}
      refusal={refusal}
      onSubmit={verify.mutate}
      otherwise={<Otherwise isResending={resend.isPending} onResend={resend.mutate} onOtherWay={onOtherWay} />}
    >
      <Text>{signIn.codeSent(contact.value)}</Text>
      <SendFailed challengeId={challengeId} />
      <CodeInput value={code} onChange={setCode} error={refusal.at('code')} />
    </Step>
  );
}

type OtherwiseProps = Readonly<{ isResending: boolean; onResend: () => void; onOtherWay: () => void }>;

function Otherwise({ isResending, onResend, onOtherWay }: OtherwiseProps) {
  const { signIn } = useWords();
  return (
    <Group justify="space-between" gap="xs">
      <Action variant="subtle" px="xs" busy={isResending} onClick={onResend}>
        {signIn.resend}
      </Action>
      <Button variant="subtle" px="xs" onClick={onOtherWay}>
        {signIn.otherWay}
      </Button>
    </Group>
  );
}

type InputProps = Readonly<{ value: string; onChange: (code: string) => void; error: string | undefined }>;

function CodeInput({ value, onChange, error }: InputProps) {
  const { signIn } = useWords();
  return (
    <TextInput
      label={signIn.codeLabel}
      name="code"
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      error={error}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={12}
      autoFocus
      styles={{ input: { fontSize: 28, letterSpacing: '0.3em', textAlign: 'center', height: 64 } }}
    />
  );
}

/** A wrong code is said at the code, with the tries that are left. */
function useCodeRefusal(error: unknown): Refusal {
  const { signIn } = useWords();
  const refusal = refusalOf(error, ['code']);
  if (!isProblem(error, 'identity.wrong_code')) return refusal;
  const { remainingTries } = error;
  const sentence = remainingTries === undefined ? signIn.wrongCode : signIn.wrongCodeTries(remainingTries);
  return { error, at: () => sentence, isPlaced: true };
}

const askAgainMs = 2_000;
const askTimes = 15;

/** Asks for half a minute what became of the message, and says when it could not be delivered. */
function SendFailed({ challengeId }: Readonly<{ challengeId: string }>) {
  const { signIn } = useWords();
  const { data } = useQuery({
    queryKey: ['challenge', challengeId],
    queryFn: () => api.identity.getChallenge({ challengeId }),
    refetchInterval: ({ state }) =>
      state.data?.state === 'pending' && state.dataUpdateCount < askTimes ? askAgainMs : false,
  });
  return <div role="status">{data?.state === 'send_failed' && <Alert color="orange">{signIn.sendFailed}</Alert>}</div>;
}
