import { Alert, Button, Group, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import type { VerifyChallengeResponse } from '../../api/gen/client.ts';
import type { Method } from '../../api/kinds.ts';
import { useWords } from '../../words/words.ts';
import { Step } from './step.tsx';

type Props = Readonly<{
  challengeId: string;
  method: Method;
  value: string;
  onSignedIn: () => Promise<void>;
  onNameWanted: (registrationToken: string) => void;
  onResent: (challengeId: string) => void;
  onOtherWay: () => void;
}>;

/** The six digits, with another try and another way beside them. */
export function CodeStep({ challengeId, method, value, onSignedIn, onNameWanted, onResent, onOtherWay }: Props) {
  const { signIn } = useWords();
  const [code, setCode] = useState('');
  const settle = async ({ status, registrationToken }: VerifyChallengeResponse): Promise<void> => {
    if (status === 'needs_name' && registrationToken) onNameWanted(registrationToken);
    else await onSignedIn();
  };
  const verify = useMutation({
    mutationFn: () => api.identity.verifyChallenge({ challengeId, code }),
    onSuccess: settle,
  });
  const resend = useMutation({
    mutationFn: () => api.identity.createChallenge({ method, value }),
    onSuccess: (challenge) => onResent(challenge.challengeId),
  });
  const failed = useSendFailed(challengeId);
  return (
    <Step
      title={signIn.codeTitle}
      action={signIn.verify}
      busy={verify.isPending}
      error={verify.error ?? resend.error}
      onSubmit={verify.mutate}
    >
      <Text>{signIn.codeSent(value)}</Text>
      {failed && <Alert color="orange">{signIn.sendFailed}</Alert>}
      <TextInput
        label={signIn.codeLabel}
        name="code"
        value={code}
        onChange={({ currentTarget }) => setCode(currentTarget.value)}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        autoFocus
        styles={{ input: { fontSize: 28, letterSpacing: '0.3em', textAlign: 'center', height: 64 } }}
      />
      <Group justify="space-between">
        <Button variant="subtle" px="xs" onClick={() => resend.mutate()} loading={resend.isPending}>
          {signIn.resend}
        </Button>
        <Button variant="subtle" px="xs" onClick={onOtherWay}>
          {signIn.otherWay}
        </Button>
      </Group>
    </Step>
  );
}

const askAgainMs = 2_000;
const askTimes = 15;

/** Asks for half a minute what became of the message. */
function useSendFailed(challengeId: string): boolean {
  const { data } = useQuery({
    queryKey: ['challenge', challengeId],
    queryFn: () => api.identity.getChallenge({ challengeId }),
    refetchInterval: ({ state }) =>
      state.data?.state === 'pending' && state.dataUpdateCount < askTimes ? askAgainMs : false,
  });
  return data?.state === 'send_failed';
}
