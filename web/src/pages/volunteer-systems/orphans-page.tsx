import { Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Orphan } from '@guildhall/client';
import { volunteers } from '../../api/volunteers.ts';
import { Empty } from '../../parts/empty.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { useReason } from '../volunteers/reason.ts';
import { Sections } from '../volunteers/sections.tsx';
import { useVolunteerWords, wordFor } from '../volunteers/words.ts';
import { useSystemWords } from './words.ts';

/** What somebody should look at, by its kind. */
export function OrphansPage() {
  const words = useSystemWords();
  const { orphans: title } = useVolunteerWords();
  const { data, error, refetch } = useQuery({
    queryKey: ['volunteers', 'orphans'],
    queryFn: async () => (await volunteers.getOrphans()).orphans,
  });
  return (
    <Page title={title}>
      <Sections />
      <Stack gap="lg">
        <Text c="dimmed">{words.orphansHint}</Text>
        {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Loading height={240} />}
        {data?.length === 0 && <Empty icon={IconCircleCheck} title={words.orphansNone} />}
        {data &&
          [...Map.groupBy(data, ({ kind }) => kind)].map(([kind, orphans]) => (
            <Section key={kind} title={`${wordFor(words.orphanKinds, kind)} (${orphans.length})`}>
              <ul className="plain-list long-list" tabIndex={0} aria-label={wordFor(words.orphanKinds, kind)}>
                {orphans.map((orphan) => (
                  <li key={[orphan.volunteerId, orphan.name, orphan.subject].join(' ')}>
                    <One orphan={orphan} />
                  </li>
                ))}
              </ul>
            </Section>
          ))}
      </Stack>
    </Page>
  );
}

function One({ orphan: { volunteerId, name, subject } }: Readonly<{ orphan: Orphan }>) {
  const reasonOf = useReason();
  return (
    <span style={{ overflowWrap: 'anywhere' }}>
      {volunteerId ? (
        <Link to="/volunteers/$volunteerId" params={{ volunteerId }}>
          {name || volunteerId}
        </Link>
      ) : (
        name
      )}
      {subject && `${volunteerId || name ? ': ' : ''}${reasonOf(subject)}`}
    </span>
  );
}
