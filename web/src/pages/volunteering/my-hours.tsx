import { useQuery } from '@tanstack/react-query';
import { volunteers } from '../../api/volunteers.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { HoursList } from './hours-list.tsx';
import { useVolunteeringWords } from './words.ts';

/** The hours that somebody gave, for themselves. */
export function MyHours() {
  const words = useVolunteeringWords();
  const { data, error, refetch } = useQuery({
    queryKey: ['volunteering', 'hours'],
    queryFn: () => volunteers.getMyHours({}),
  });
  return (
    <Section title={words.given}>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data && <HoursList hours={data} />}
    </Section>
  );
}
