import { Anchor, Loader, Stack, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { api } from '../../api/api.ts';
import type { FinishServiceSignInResponse } from '@guildhall/client';
import { say } from '../../parts/notice.ts';
import { useTitle } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Done } from './done.tsx';
import { dropSecret, keepSecret, secretFor } from './secrets.ts';
import { SignInFrame } from './sign-in-frame.tsx';
import { useFinish } from './use-finish.ts';
import { useWays } from '../../words/ways.ts';

const names: Readonly<Record<FinishServiceSignInResponse['provider'], string>> = {
  google: 'Google',
  microsoft: 'Microsoft',
  zoom: 'Zoom',
};

/** Where other services send people back to. Their answer is good for one try, whatever comes of it. */
export function CallbackPage() {
  const ways = useWays();
  const { error, data } = useReturn();
  useTitle(ways.callbackTitle);
  const service = data && names[data.provider];
  return (
    <SignInFrame>
      {data?.status === 'denied' && <Done title={ways.deniedTitle} text={ways.denied(service ?? '')} />}
      {data?.status === 'needs_confirmation' && <Done title={ways.mailTitle} text={ways.askOwner(service ?? '')} />}
      {data?.status === 'needs_login' && <Done title={ways.callbackTitle} text={ways.signInFirst(service ?? '')} />}
      {error && (
        <Stack gap="md">
          <Title order={1} size="h3" tabIndex={-1}>
            {ways.deniedTitle}
          </Title>
          <ProblemAlert error={error} />
          <Anchor component={Link} to="/sign-in">
            {ways.toSignIn}
          </Anchor>
        </Stack>
      )}
      {!error && (data?.status ?? 'signed_in') === 'signed_in' && <Waiting title={ways.callbackTitle} />}
    </SignInFrame>
  );
}

const Waiting = ({ title }: Readonly<{ title: string }>) => (
  <Stack gap="md" align="center" role="status">
    <Title order={1} size="h3" tabIndex={-1}>
      {title}
    </Title>
    <Loader />
  </Stack>
);

/** Hands over what the service sent, once. */
function useReturn() {
  const ways = useWays();
  const answer = useSearch({ from: '/oidc/callback' });
  const finish = useFinish();
  const isSent = useRef(false);
  const { mutate, error, data } = useMutation({
    mutationFn: () => api.identity.finishServiceSignIn({ ...answer, browserSecret: secretFor('service') ?? '' }),
    onSuccess: async ({ status, next, linkToken, provider }) => {
      const secret = secretFor('service');
      dropSecret('service');
      if (status === 'needs_confirmation' && secret) keepSecret('confirm', secret);
      if (status === 'needs_login' && linkToken) keepSecret('link', linkToken);
      if (status === 'linked') say(ways.linked(names[provider]));
      if (status === 'signed_in' || status === 'linked') await finish(next);
    },
  });
  useEffect(() => {
    if (isSent.current) return;
    isSent.current = true;
    mutate();
  }, [mutate]);
  return { error, data };
}
