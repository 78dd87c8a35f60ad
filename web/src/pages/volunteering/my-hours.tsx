import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { volunteers } from '../../api/volunteers.ts';
import { Section } from '../../parts/section.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useTimes } from '../../words/times.ts';
import { useVolunteeringWords } from './words.ts';

/** The hours that somebody gave. */
export function MyHours() {
  const words = useVolunteeringWords();
  const times = useTimes();
  const { data, error, refetch } = useQuery({
    queryKey: ['volunteering', 'hours'],
    queryFn: () => volunteers.getMyHours({}),
  });
  return (
    <Section title={words.given}>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data && <Text fw={600}>{words.sum(data.minutes / 60, data.shifts)}</Text>}
      {data && data.entries.length > 0 && (
        <ul className="plain-list long-list" tabIndex={0} aria-label={words.given}>
          {data.entries.map(({ shiftId, title, startsAt, minutes, attendance }) => (
            <li key={shiftId}>
              {times.day(startsAt)} · {title} · {attendance === 'absent' ? words.absent : words.hours(minutes / 60)}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
