import { Alert } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api } from '../api/api.ts';
import { askPasskey } from '../api/passkeys.ts';
import { isProblem } from '../api/problem.ts';
import { Action } from '../parts/action.tsx';
import { ProblemAlert } from '../parts/problem.tsx';
import { useWays } from '../words/ways.ts';

export function PasskeyProof({ onProven }: Readonly<{ onProven: () => void }>) {
  const ways = useWays();
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      const ceremony = await api.identity.startPasskeySignIn();
      const credential = await askPasskey(ceremony);
      return api.identity.reauthenticate({ passkey: { ceremonyId: ceremony.ceremonyId, credential } });
    },
    onSuccess: onProven,
  });
  return (
    <>
      {isProblem(error) && <ProblemAlert error={error} />}
      {error && !isProblem(error) && (
        <Alert role="alert" color="orange">
          {ways.passkeyRefused}
        </Alert>
      )}
      <Action busy={isPending} onClick={() => mutate()}>
        {ways.passkey}
      </Action>
    </>
  );
}
