import { Anchor, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { api } from '../../api/api.ts';
import { refusalOf } from '../../parts/refusal.ts';
import { Done } from './done.tsx';
import { dropSecret, secretFor } from './secrets.ts';
import { SignInFrame } from './sign-in-frame.tsx';
import { Step } from './step.tsx';
import { useFinish } from './use-finish.ts';
import { useWays } from '../../words/ways.ts';

/** The page behind the link of a mail: it asks first, so that mail scanners cannot confirm. */
export function ConfirmPage() {
  const ways = useWays();
  const { token } = useParams({ from: '/confirm/$token' });
  const finish = useFinish();
  const browserSecret = secretFor('confirm');
  const { mutate, isPending, error, data } = useMutation({
    mutationFn: () => api.identity.confirmAccount({ token, ...(browserSecret && { browserSecret }) }),
    onSuccess: async ({ status, next }) => {
      dropSecret('confirm');
      if (status === 'signed_in') await finish(next);
    },
  });
  const refusal = refusalOf(error, []);
  return (
    <SignInFrame>
      {data?.status === 'confirmed' ? (
        <Done title={ways.confirmed} text={ways.confirmedText} />
      ) : (
        <Step title={ways.confirmTitle} action={ways.confirm} busy={isPending} refusal={refusal} onSubmit={mutate}>
          <Text>{ways.confirmText}</Text>
          {error && (
            <Anchor component={Link} to="/sign-in">
              {ways.toSignIn}
            </Anchor>
          )}
        </Step>
      )}
    </SignInFrame>
  );
}
