import { Group, Text } from '@mantine/core';
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { api } from '../../api/api.ts';
import { toSignIn } from '../../api/leave.ts';
import type { DeviceSession } from '@guildhall/client';
import { Loading } from '../../parts/loading.tsx';
import { Action } from '../../parts/action.tsx';
import { Asked } from '../../parts/asked.tsx';
import { say } from '../../parts/notice.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useTimes } from '../../words/times.ts';
import { useWords } from '../../words/words.ts';

const queryKey = ['devices'];

/** Where one is signed in, each to be signed out from here. */
export function Devices() {
  const { profile } = useWords();
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: async () => (await api.identity.listSessions()).sessions,
  });
  return (
    <Section title={profile.devices} hint={profile.devicesHint}>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading height={96} />}
      <ul className="plain-list">
        {data?.map((device) => (
          <li key={device.id}>
            <Device {...device} />
          </li>
        ))}
      </ul>
      <Everywhere />
    </Section>
  );
}

/** Signs out of every device, this one too: the answer to a lost phone. */
function Everywhere() {
  const { account } = useWords();
  const client = useQueryClient();
  const router = useRouter();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.identity.logOutEverywhere(),
    onSuccess: () => toSignIn(client, router),
  });
  return (
    <Group>
      {error && <ProblemAlert error={error} />}
      <Asked question={account.everywhereAsk} action={account.everywhere} busy={isPending} onConfirm={mutate} />
    </Group>
  );
}

const isPhone = (device: string): boolean => /android|iphone|ipad|ios/i.test(device);

function Device({ id, device, lastSeenAt, current }: DeviceSession) {
  const { profile } = useWords();
  const times = useTimes();
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.identity.revokeSession({ sessionId: id }),
    onSuccess: () => say(profile.revoked),
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
  const Sign = isPhone(device) ? IconDeviceMobile : IconDeviceDesktop;
  return (
    <>
      <Group gap="sm" justify="space-between">
        <Group gap="sm" wrap="nowrap">
          <Sign aria-hidden />
          <div>
            <Text fw={600}>{device}</Text>
            <Text size="sm" c="dimmed" title={times.moment(lastSeenAt)}>
              {profile.lastSeen(times.ago(lastSeenAt))}
            </Text>
          </div>
        </Group>
        {current ? (
          <Tag>{profile.thisDevice}</Tag>
        ) : (
          <Action variant="default" aria-label={profile.revokeNamed(device)} busy={isPending} onClick={() => mutate()}>
            {profile.revoke}
          </Action>
        )}
      </Group>
      {error && <ProblemAlert error={error} />}
    </>
  );
}
