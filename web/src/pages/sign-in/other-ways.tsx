import { Alert, Button, Stack } from '@mantine/core';
import { IconFingerprint, IconKey } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../api/api.ts';
import { askPasskey, knowsPasskeys } from '../../api/passkeys.ts';
import { isProblem } from '../../api/problem.ts';
import { Action } from '../../parts/action.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Services } from './services.tsx';
import { usePasskeyPrompt } from './use-passkey-prompt.ts';
import { useWays } from '../../words/ways.ts';

type Props = Readonly<{
  next: string | undefined;
  onSignedIn: () => Promise<void>;
  onPassword: (() => void) | undefined;
}>;

/** The ways in beside the form: a passkey, a password, another service. */
export function OtherWays({ next, onSignedIn, onPassword }: Props) {
  const ways = useWays();
  return (
    <Stack gap="sm">
      <p className="or">
        <span>{ways.or}</span>
      </p>
      {knowsPasskeys() && <PasskeyWay onSignedIn={onSignedIn} />}
      {onPassword && (
        <Button variant="default" fullWidth leftSection={<IconKey size={20} aria-hidden />} onClick={onPassword}>
          {ways.password}
        </Button>
      )}
      <Services next={next} />
    </Stack>
  );
}

function PasskeyWay({ onSignedIn }: Readonly<{ onSignedIn: () => Promise<void> }>) {
  const ways = useWays();
  const promptError = usePasskeyPrompt(onSignedIn);
  const { mutate, isPending, ...asked } = useMutation({
    mutationFn: async () => {
      const ceremony = await api.identity.startPasskeySignIn();
      const credential = await askPasskey(ceremony);
      return api.identity.finishPasskeySignIn({ ceremonyId: ceremony.ceremonyId, credential });
    },
    onSuccess: onSignedIn,
  });
  const error = asked.error ?? promptError;
  return (
    <>
      <Action
        variant="default"
        fullWidth
        busy={isPending}
        leftSection={<IconFingerprint size={20} aria-hidden />}
        onClick={() => mutate()}
      >
        {ways.passkey}
      </Action>
      {isProblem(error) && <ProblemAlert error={error} />}
      {error && !isProblem(error) && (
        <Alert role="alert" color="orange">
          {ways.passkeyRefused}
        </Alert>
      )}
    </>
  );
}
