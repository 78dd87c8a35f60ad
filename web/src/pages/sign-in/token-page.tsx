import { Anchor, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { api } from '../../api/api.ts';
import { useNewSession } from '../../api/session.ts';
import { refusalOf } from '../../parts/refusal.ts';
import { useWords } from '../../words/words.ts';
import { SignInFrame } from './sign-in-frame.tsx';
import { Step } from './step.tsx';

/** The page behind a personal address: it asks first, so that link previews and mail scanners cannot sign in. */
export function TokenPage() {
  const { token: words } = useWords();
  const { token } = useParams({ from: '/t/$token' });
  const navigate = useNavigate();
  const newSession = useNewSession();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.identity.redeemAccessToken({ token }),
    onSuccess: async () => {
      await newSession();
      await navigate({ to: '/', replace: true });
    },
  });
  const refusal = refusalOf(error, []);
  return (
    <SignInFrame>
      <Step title={words.title} action={words.confirm} busy={isPending} refusal={refusal} onSubmit={mutate}>
        <Text>{words.text}</Text>
        {error && (
          <Anchor component={Link} to="/sign-in">
            {words.otherWay}
          </Anchor>
        )}
      </Step>
    </SignInFrame>
  );
}
