import { Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { TimelineEntry } from '@guildhall/client';
import { volunteers } from '../../api/volunteers.ts';
import { Loading } from '../../parts/loading.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { useTimes } from '../../words/times.ts';
import { useReason } from './reason.ts';
import { useVolunteerWords, wordFor } from './words.ts';

/** What happened, the latest first: who did it, and why. */
export function TimelineSection({ volunteerId, version }: Readonly<{ volunteerId: string; version: number }>) {
  const words = useVolunteerWords();
  const { data, error, refetch } = useQuery({
    queryKey: ['volunteers', 'timeline', volunteerId, version],
    queryFn: async () => (await volunteers.getTimeline({ volunteerId })).entries,
    placeholderData: keepPreviousData,
  });
  return (
    <Section title={words.timeline}>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading height={160} />}
      {data?.length === 0 && <Text c="dimmed">{words.timelineNone}</Text>}
      {data && data.length > 0 && (
        <ol className="vol-timeline long-list" tabIndex={0} aria-label={words.timeline}>
          {data.map((entry, index) => (
            <Entry key={`${entry.at} ${index}`} entry={entry} />
          ))}
        </ol>
      )}
    </Section>
  );
}

function Entry({ entry }: Readonly<{ entry: TimelineEntry }>) {
  const words = useVolunteerWords();
  const times = useTimes();
  const reasonOf = useReason();
  const { at, action, by, subject, before, after, reason } = entry;
  return (
    <li>
      <strong>{wordFor(words.actions, action)}</strong>
      {subject && ` · ${subject}`}
      {(before || after) && ` · ${words.beforeAfter(before, after)}`}
      {reason && ` · ${reasonOf(reason)}`}
      <Text size="sm" c="dimmed" title={times.moment(at)}>
        {by || words.platform}, {times.ago(at)}
      </Text>
    </li>
  );
}
