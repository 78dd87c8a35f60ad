import { Group, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { api } from '../../api/api.ts';
import type { AccessToken } from '@guildhall/client';
import { isProblem } from '../../api/problem.ts';
import { Loading } from '../../parts/loading.tsx';
import { Action } from '../../parts/action.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { say } from '../../parts/notice.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { useTimes } from '../../words/times.ts';
import { useWords } from '../../words/words.ts';

// The QR code's library is needed on this one occasion only.
const ShownOnce = lazy(async () => ({ default: (await import('./shown-once.tsx')).ShownOnce }));

const queryKey = ['access-token'];

async function findAccessToken(): Promise<AccessToken | null> {
  try {
    return await api.identity.getAccessToken();
  } catch (error) {
    if (isProblem(error) && error.status === 404) return null;
    throw error;
  }
}

/** The private address that signs its owner in elsewhere: made, replaced and removed here, shown once. */
export function PersonalAddress() {
  const { profile } = useWords();
  const client = useQueryClient();
  const { data: present, error } = useQuery({ queryKey, queryFn: findAccessToken });
  const onSettled = () => client.invalidateQueries({ queryKey });
  const create = useMutation({ mutationFn: () => api.identity.createAccessToken(), gcTime: 0, onSettled });
  const revoke = useMutation({
    mutationFn: () => api.identity.revokeAccessToken(),
    onSuccess: () => {
      create.reset();
      say(profile.tokenGone);
    },
    onSettled,
  });
  const problem = error ?? create.error ?? revoke.error;
  return (
    <Section title={profile.token} hint={profile.tokenHint}>
      {problem && <ProblemAlert error={problem} />}
      {present === undefined && !error && <Loading height={24} />}
      {present !== undefined && <Present token={present} />}
      <div role="status">
        {create.data && (
          <Suspense fallback={<Loading height={320} />}>
            <ShownOnce {...create.data} />
          </Suspense>
        )}
      </div>
      <Choices
        hasOne={Boolean(present)}
        isCreating={create.isPending}
        isRevoking={revoke.isPending}
        onCreate={create.mutate}
        onRevoke={revoke.mutate}
      />
    </Section>
  );
}

type ChoicesProps = Readonly<{
  hasOne: boolean;
  isCreating: boolean;
  isRevoking: boolean;
  onCreate: () => void;
  onRevoke: () => void;
}>;

/** Making one is harmless; replacing and removing are asked about first. */
function Choices({ hasOne, isCreating, isRevoking, onCreate, onRevoke }: ChoicesProps) {
  const { profile } = useWords();
  const [question, ask] = useState<'replace' | 'revoke'>();
  const answer = (): void => {
    if (question === 'replace') onCreate();
    if (question === 'revoke') onRevoke();
    ask(undefined);
  };
  return (
    <Group gap="sm">
      <Action
        variant={hasOne ? 'default' : 'filled'}
        busy={isCreating}
        onClick={() => (hasOne ? ask('replace') : onCreate())}
      >
        {hasOne ? profile.tokenReplace : profile.tokenCreate}
      </Action>
      {hasOne && (
        <Action variant="default" busy={isRevoking} onClick={() => ask('revoke')}>
          {profile.tokenRevoke}
        </Action>
      )}
      {question && (
        <Confirm
          text={question === 'revoke' ? profile.tokenRevokeAsk : profile.tokenReplaceAsk}
          action={question === 'revoke' ? profile.tokenRevoke : profile.tokenReplace}
          onConfirm={answer}
          onCancel={() => ask(undefined)}
        />
      )}
    </Group>
  );
}

function Present({ token }: Readonly<{ token: AccessToken | null }>) {
  const { profile } = useWords();
  const times = useTimes();
  if (!token) return <Text>{profile.tokenNone}</Text>;
  return (
    <Text>
      {profile.tokenHave(token.prefix, times.day(token.expiresAt))}{' '}
      {token.lastUsedAt && profile.tokenUsed(times.ago(token.lastUsedAt))}
    </Text>
  );
}
