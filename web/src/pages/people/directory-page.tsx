import { Alert, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconArrowLeft } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../api/api.ts';
import type { DirectoryChange, DirectorySync } from '@guildhall/client';
import { Action } from '../../parts/action.tsx';
import { Loading } from '../../parts/loading.tsx';
import { say } from '../../parts/notice.ts';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useTimes } from '../../words/times.ts';
import { useWords } from '../../words/words.ts';

const queryKey = ['directory'];

/** How people of ours and of the organisation's directory compare. */
export function DirectoryPage() {
  const { records: words } = useWords();
  const { data, error, refetch } = useQuery({ queryKey, queryFn: () => api.identity.getDirectorySync() });
  return (
    <Page title={words.directory} size="sm">
      <Stack gap="lg">
        <Text>
          <Link to="/people" className="back">
            <IconArrowLeft size={18} aria-hidden /> {words.back}
          </Link>
        </Text>
        <Text c="dimmed">{words.directoryHint}</Text>
        {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Loading height={160} />}
        {data && !data.configured && <Text>{words.directoryOff}</Text>}
        {data?.configured && <Compare last={data} />}
      </Stack>
    </Page>
  );
}

function Compare({ last }: Readonly<{ last: DirectorySync }>) {
  const { records: words } = useWords();
  const client = useQueryClient();
  const { mutate, isPending, error, data } = useMutation({
    mutationFn: (dryRun: boolean) => api.identity.runDirectorySync({ dryRun }),
    onSuccess: ({ dryRun }) => {
      if (!dryRun) say(words.directoryRan);
    },
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
  return (
    <>
      <Outcome sync={data ?? last} />
      {error && <ProblemAlert error={error} />}
      <Group gap="sm">
        <Action variant="default" busy={isPending} onClick={() => mutate(true)}>
          {words.directoryTry}
        </Action>
        <Action busy={isPending} onClick={() => mutate(false)}>
          {words.directoryRun}
        </Action>
      </Group>
    </>
  );
}

function Outcome({ sync }: Readonly<{ sync: DirectorySync }>) {
  const { records: words } = useWords();
  const times = useTimes();
  const { at, nextAt, known, outcome, joiners, leavers } = sync;
  return (
    <Stack gap="sm" role="status">
      <Text>
        {[
          words.directoryKnown(known),
          at && words.directoryAt(times.ago(at)),
          nextAt && words.directoryNext(times.moment(nextAt)),
        ]
          .filter(Boolean)
          .join(' ')}
      </Text>
      {outcome === 'stopped' && (
        <Alert color="orange" icon={<IconAlertTriangle aria-hidden />}>
          {words.directoryStopped}
        </Alert>
      )}
      <Names label={words.joiners} changes={joiners} />
      <Names label={words.leavers} changes={leavers} />
    </Stack>
  );
}

function Names({ label, changes }: Readonly<{ label: string; changes: readonly DirectoryChange[] }>) {
  const { records: words } = useWords();
  return (
    <Text>
      <strong>{label}:</strong>{' '}
      {changes.length === 0 ? words.nobody : changes.map(({ displayName }) => displayName).join(', ')}
    </Text>
  );
}
