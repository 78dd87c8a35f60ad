import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { volunteers } from '../../api/volunteers.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { useTimes } from '../../words/times.ts';
import { useShiftWords } from './words.ts';

const refreshMs = 30_000;

/** Volunteers who are inside, as the building register knows. */
export function OnSiteNow() {
  const words = useShiftWords();
  const times = useTimes();
  const { data, error, refetch } = useQuery({
    queryKey: ['volunteers', 'on-site'],
    queryFn: async () => (await volunteers.listOnSite()).people,
    refetchInterval: refreshMs,
  });
  return (
    <Section title={words.onSite}>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && <Text c="dimmed">{words.onSiteNone}</Text>}
      {data && data.length > 0 && (
        <ul className="plain-list">
          {data.map(({ volunteerId, name, since, title, siteId }) => (
            <li key={`${volunteerId} ${siteId}`}>
              <Link to="/volunteers/$volunteerId" params={{ volunteerId }}>
                {name}
              </Link>{' '}
              · {words.since(times.time(since))}
              {title && ` · ${title}`}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
