import { Alert, Anchor, Button, Paper, Select, Skeleton, Stack, Text } from '@mantine/core';
import { IconDoorEnter, IconDoorExit } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Person, SiteSummary, Status } from '../../api/gen/client.ts';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useWords } from '../../words/words.ts';
import { useSignOutHere } from '../sign-in/sign-out-here.ts';
import { statusQuery, useFreshness, useMovement, WrongDay } from './movement.ts';
import { StateCard } from './state-card.tsx';

type Props = Readonly<{ site: SiteSummary; person: Person }>;

export function StatusPanel({ site, person }: Props) {
  const words = useWords();
  const { data, error, refetch } = useQuery(statusQuery(site.id));
  const leave = useSignOutHere();
  useFreshness(site.id);
  return (
    <div className="whole" data-state={data?.state}>
      <Page title={words.status.hello(person.firstName)} size="sm">
        {error && !data && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton height={320} radius="lg" aria-label={words.app.loading} />}
        {data && (
          <Stack gap="lg">
            <StateCard status={data} site={site} />
            <Mover status={data} site={site} />
            <Text ta="center" size="sm">
              {words.status.notYou(person.displayName)}{' '}
              <Anchor component="button" type="button" c="inherit" td="underline" onClick={() => leave()}>
                {words.status.leave}
              </Anchor>
            </Text>
          </Stack>
        )}
      </Page>
    </div>
  );
}

/** The declaration, the entrance where there are several, and the big button. */
function Mover({ status, site }: Readonly<{ status: Status; site: SiteSummary }>) {
  const { status: words } = useWords();
  const [entrance, setEntrance] = useState<string | null>(null);
  const { move, isMoving, error } = useMovement(site);
  const isIn = status.state === 'in';
  const press = (): void => move(isIn ? 'out' : 'in', { today: status.today, ...(entrance && { entrance }) });
  return (
    <Stack gap="md">
      {error &&
        (error instanceof WrongDay ? (
          <Alert color="orange" role="alert">
            {error.message}
          </Alert>
        ) : (
          <ProblemAlert error={error} />
        ))}
      {!isIn && status.declaration?.text && (
        <Paper withBorder p="md">
          <Text fw={600} size="sm">
            {words.confirms}
          </Text>
          <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
            {status.declaration.text}
          </Text>
        </Paper>
      )}
      {!isIn && site.entrances.length > 1 && (
        <Select label={words.entrance} data={[...site.entrances]} value={entrance} onChange={setEntrance} />
      )}
      <Button
        size="xl"
        h={88}
        fullWidth
        color={isIn ? 'red.9' : 'green.9'}
        loading={isMoving}
        onClick={press}
        leftSection={isIn ? <IconDoorExit size={36} aria-hidden /> : <IconDoorEnter size={36} aria-hidden />}
        styles={{ label: { fontSize: 28 } }}
      >
        {isIn ? words.signOut : words.signIn}
      </Button>
      {isIn && (
        <Text ta="center" size="sm">
          {words.signOutHint}
        </Text>
      )}
    </Stack>
  );
}
