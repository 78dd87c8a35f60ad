import { Stack, Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { VolunteerRow } from '@guildhall/client';
import { volunteers } from '../../api/volunteers.ts';
import { Loading } from '../../parts/loading.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { nameOf, placeText } from './place.ts';
import { useReason } from './reason.ts';
import type { OnboardingState } from './search.ts';
import { Sections } from './sections.tsx';
import { StateTag } from './state-tag.tsx';
import { useVolunteerWords } from './words.ts';

type Column = 'waiting' | 'blocked' | 'partial' | 'done';

const columns: Readonly<Record<Column, readonly OnboardingState[]>> = {
  waiting: ['NEW', 'NOT_IN_WORKSPACE', 'WAITING_FOR_LINK', 'IN_WORKSPACE'],
  blocked: ['BLOCKED', 'EXPIRED'],
  partial: ['PARTIAL'],
  done: ['ADDED_TO_CHANNELS'],
};

const shownOfEach = 10;
const refreshMs = 15_000;

/** Who stands where on the way in. */
export function BoardPage() {
  const words = useVolunteerWords();
  return (
    <Page title={words.board} size="lg">
      <Sections />
      <div className="vol-board">
        {(Object.keys(columns) as Column[]).map((column) => (
          <Section key={column} title={words.boardColumns[column]}>
            <Cards states={columns[column]} />
          </Section>
        ))}
      </div>
    </Page>
  );
}

function Cards({ states }: Readonly<{ states: readonly OnboardingState[] }>) {
  const words = useVolunteerWords();
  const answers = useQueries({
    queries: states.map((state) => ({
      queryKey: ['volunteers', 'board', state],
      queryFn: () => volunteers.listVolunteers({ state, pageSize: shownOfEach }),
      refetchInterval: refreshMs,
    })),
  });
  const failed = answers.find(({ error }) => error);
  const found = answers.flatMap(({ data }, index) =>
    data && data.volunteers.length > 0 ? [{ state: states[index] ?? 'NEW', ...data }] : [],
  );
  const isLoading = answers.some(({ isPending }) => isPending);
  if (failed) return <ProblemAlert error={failed.error} onRetry={() => void failed.refetch()} />;
  if (isLoading && found.length === 0) return <Loading height={160} />;
  if (found.length === 0) return <Text c="dimmed">{words.boardNone}</Text>;
  return found.map(({ state, volunteers: rows, nextCursor }) => (
    <Stack key={state} gap="xs" align="flex-start">
      <StateTag state={state} />
      <ul className="vol-list">
        {rows.map((row) => (
          <Card key={row.volunteerId} row={row} />
        ))}
      </ul>
      {nextCursor && (
        <Link to="/volunteers" search={{ state }}>
          {words.boardMore}
        </Link>
      )}
    </Stack>
  ));
}

function Card({ row }: Readonly<{ row: VolunteerRow }>) {
  const reasonOf = useReason();
  const { volunteerId, reason } = row;
  return (
    <li>
      <Link to="/volunteers/$volunteerId" params={{ volunteerId }}>
        {nameOf(row)}
      </Link>
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {reason ? reasonOf(reason) : placeText(row)}
      </Text>
    </li>
  );
}
