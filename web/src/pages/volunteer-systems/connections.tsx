import { Alert, Button, Text } from '@mantine/core';
import { type Icon, IconCircleCheck, IconCircleOff, IconFlask, IconPlugX } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { Connection, ConnectionTest } from '@guildhall/client';
import { useState } from 'react';
import { volunteers } from '../../api/volunteers.ts';
import { Action } from '../../parts/action.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Own } from '../../parts/own.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { Tag, type Tone } from '../../parts/tag.tsx';
import { useTimes } from '../../words/times.ts';
import { useReason } from '../volunteers/reason.ts';
import { systemIcon } from '../volunteers/system-icons.ts';
import { wordFor } from '../volunteers/words.ts';
import { TokenDialog } from './token-dialog.tsx';
import { useSystemWords } from './words.ts';

const looks: Readonly<Record<string, Readonly<{ icon: Icon; tone: Tone }>>> = {
  real: { icon: IconCircleCheck, tone: 'good' },
  sandbox: { icon: IconFlask, tone: 'note' },
  off: { icon: IconCircleOff, tone: 'plain' },
  stopped: { icon: IconPlugX, tone: 'bad' },
};

/** The systems that access is given in, and whether each can be used. */
export function Connections() {
  const words = useSystemWords();
  const { data, error, refetch } = useQuery({
    queryKey: ['volunteers', 'connections'],
    // A checklist is people: there is nothing to connect.
    queryFn: async () =>
      (await volunteers.listConnections()).connections.filter(({ system }) => system !== 'checklist'),
  });
  return (
    <Section title={words.systems}>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading height={120} />}
      {data?.map((connection) => (
        <One key={connection.system} connection={connection} />
      ))}
    </Section>
  );
}

function One({ connection }: Readonly<{ connection: Connection }>) {
  const words = useSystemWords();
  const times = useTimes();
  const reasonOf = useReason();
  const [isSetting, set] = useState(false);
  const { system, state, reason, stoppedAt, tokenSet } = connection;
  const { mutate, isPending, data, error } = useMutation({ mutationFn: () => volunteers.testConnection({ system }) });
  const { icon, tone } = looks[state] ?? { icon: IconCircleOff, tone: 'plain' as const };
  const name = wordFor(words.system, system);
  const source = tokenSet ? words.tokenSet : words.tokenEnvironment;
  const stopped = state === 'stopped' && words.stopped(reasonOf(reason), stoppedAt ? times.ago(stoppedAt) : '');
  return (
    <>
      <Own
        icon={systemIcon(system)}
        title={name}
        hint={stopped || source}
        tags={
          <Tag tone={tone} icon={icon}>
            {wordFor(words.connectionStates, state)}
          </Tag>
        }
      >
        <Action variant="default" aria-label={words.testOf(name)} busy={isPending} onClick={() => mutate()}>
          {words.test}
        </Action>
        <Button variant="default" aria-label={words.setTokenOf(name)} onClick={() => set(true)}>
          {words.setToken}
        </Button>
      </Own>
      <div role="status">{data && <Outcome test={data} />}</div>
      {error && <ProblemAlert error={error} />}
      {isSetting && <TokenDialog system={system} name={name} onClose={() => set(false)} />}
    </>
  );
}

function Outcome({ test }: Readonly<{ test: ConnectionTest }>) {
  const words = useSystemWords();
  const reasonOf = useReason();
  const { ok, workspace, reason, missingScopes, channels } = test;
  const broken = channels.filter(({ state }) => state !== 'ok');
  return (
    <Alert
      color={ok && broken.length === 0 ? 'teal' : 'red'}
      title={ok ? words.testOk(workspace) : words.testBad(reasonOf(reason))}
    >
      {missingScopes.length > 0 && (
        <Text size="sm">
          {words.testScopes} {missingScopes.join(', ')}
        </Text>
      )}
      {broken.length > 0 && <Text size="sm">{words.testChannels}</Text>}
      <ul className="detail-list">
        {broken.map(({ channelId, name, state }) => (
          <li key={channelId}>
            {name}: {reasonOf(state === 'archived' ? 'is_archived' : state)}
          </li>
        ))}
      </ul>
      {channels.length > broken.length && (
        <Text size="sm">{words.testChannelsOk(channels.length - broken.length)}</Text>
      )}
    </Alert>
  );
}
