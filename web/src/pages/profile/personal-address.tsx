import { Button, Card, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { api } from '../../api/api.ts';
import type { AccessToken, CreateAccessTokenResponse } from '../../api/gen/client.ts';
import { isProblem } from '../../api/problem.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { say } from '../../parts/notice.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useTimes } from '../../words/times.ts';
import { useWords } from '../../words/words.ts';

// The QR code's library is needed on this one occasion only.
const ShownOnce = lazy(async () => ({ default: (await import('./shown-once.tsx')).ShownOnce }));

async function findAccessToken(): Promise<AccessToken | null> {
  try {
    return await api.identity.getAccessToken({});
  } catch (error) {
    if (isProblem(error) && error.status === 404) return null;
    throw error;
  }
}

type Question = 'replace' | 'revoke' | undefined;

/** The private address that signs its owner in elsewhere: made, replaced and removed here, shown once. */
export function PersonalAddress() {
  const { profile, app } = useWords();
  const client = useQueryClient();
  const [question, ask] = useState<Question>();
  const { data: present, error } = useQuery({ queryKey: ['access-token'], queryFn: findAccessToken });
  const onSettled = () => client.invalidateQueries({ queryKey: ['access-token'] });
  const create = useMutation({ mutationFn: () => api.identity.createAccessToken({}), onSettled });
  const revoke = useMutation({
    mutationFn: () => api.identity.revokeAccessToken({}),
    onSuccess: () => {
      create.reset();
      say(profile.tokenGone);
    },
    onSettled,
  });
  const problem = error ?? create.error ?? revoke.error;
  const answer = (): void => {
    if (question === 'replace') create.mutate();
    if (question === 'revoke') revoke.mutate();
    ask(undefined);
  };
  return (
    <Card withBorder component="section">
      <Stack gap="sm">
        <Title order={2} size="h4">
          {profile.token}
        </Title>
        <Text size="sm" c="dimmed">
          {profile.tokenHint}
        </Text>
        {problem && <ProblemAlert error={problem} />}
        {present === undefined && !error && <Skeleton height={24} aria-label={app.loading} />}
        {present !== undefined && <Present token={present} />}
        {create.data && <Fresh token={create.data} />}
        <Group>
          <Button
            variant={present ? 'default' : 'filled'}
            loading={create.isPending}
            onClick={() => (present ? ask('replace') : create.mutate())}
          >
            {present ? profile.tokenReplace : profile.tokenCreate}
          </Button>
          {present && (
            <Button variant="default" loading={revoke.isPending} onClick={() => ask('revoke')}>
              {profile.tokenRevoke}
            </Button>
          )}
        </Group>
      </Stack>
      <Confirm
        opened={question !== undefined}
        text={question === 'revoke' ? profile.tokenRevokeAsk : profile.tokenReplaceAsk}
        action={question === 'revoke' ? profile.tokenRevoke : profile.tokenReplace}
        onConfirm={answer}
        onCancel={() => ask(undefined)}
      />
    </Card>
  );
}

function Present({ token }: Readonly<{ token: AccessToken | null }>) {
  const { profile } = useWords();
  const times = useTimes();
  if (!token) return <Text>{profile.tokenNone}</Text>;
  return (
    <Text>
      {profile.tokenHave(token.prefix, times.day(token.expiresAt))}{' '}
      {token.lastUsedAt && profile.tokenUsed(times.relative(token.lastUsedAt))}
    </Text>
  );
}

const Fresh = ({ token }: Readonly<{ token: CreateAccessTokenResponse }>) => (
  <Suspense fallback={<Skeleton height={280} />}>
    <ShownOnce {...token} />
  </Suspense>
);
