import { Badge, Button, Card, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconDevices } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/api.ts';
import { say } from '../../parts/notice.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useTimes } from '../../words/times.ts';
import { useWords } from '../../words/words.ts';

/** Where one is signed in, each to be signed out from here. */
export function Devices() {
  const { profile, app } = useWords();
  const times = useTimes();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: ['devices'],
    queryFn: async () => (await api.identity.listSessions({})).sessions,
  });
  const revoke = useMutation({
    mutationFn: (sessionId: string) => api.identity.revokeSession({ sessionId }),
    onSuccess: () => say(profile.revoked),
    onSettled: () => client.invalidateQueries({ queryKey: ['devices'] }),
  });
  return (
    <Card withBorder component="section">
      <Title order={2} size="h4">
        {profile.devices}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {profile.devicesHint}
      </Text>
      {(error ?? revoke.error) && <ProblemAlert error={error ?? revoke.error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={96} aria-label={app.loading} />}
      <Stack gap="sm">
        {data?.map(({ id, device, lastSeenAt, current }) => (
          <Group key={id} gap="sm" justify="space-between">
            <Group gap="sm" wrap="nowrap">
              <IconDevices aria-hidden />
              <div>
                <Text fw={600}>{device}</Text>
                <Text size="sm" c="dimmed" title={times.moment(lastSeenAt)}>
                  {profile.lastSeen(times.relative(lastSeenAt))}
                </Text>
              </div>
            </Group>
            {current ? (
              <Badge variant="light">{profile.thisDevice}</Badge>
            ) : (
              <Button
                variant="default"
                aria-label={profile.revokeNamed(device)}
                loading={revoke.isPending && revoke.variables === id}
                onClick={() => revoke.mutate(id)}
              >
                {profile.revoke}
              </Button>
            )}
          </Group>
        ))}
      </Stack>
    </Card>
  );
}
