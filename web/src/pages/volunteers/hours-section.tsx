import { useQuery } from '@tanstack/react-query';
import { volunteers } from '../../api/volunteers.ts';
import { Section } from '../../parts/section.tsx';
import { HoursList } from '../volunteering/hours-list.tsx';
import { useVolunteerWords } from './words.ts';

/** The hours that a volunteer gave; nothing where there are none. */
export function HoursSection({ volunteerId }: Readonly<{ volunteerId: string }>) {
  const words = useVolunteerWords();
  const { data } = useQuery({
    queryKey: ['volunteers', 'hours', volunteerId],
    queryFn: () => volunteers.getHours({ volunteerId }),
  });
  if (!data || data.entries.length === 0) return null;
  return (
    <div className="vol-wide">
      <Section title={words.hours}>
        <HoursList hours={data} />
      </Section>
    </div>
  );
}
