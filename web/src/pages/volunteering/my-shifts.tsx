import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { MyOpportunity } from '@guildhall/client';
import { volunteers } from '../../api/volunteers.ts';
import { Loading } from '../../parts/loading.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { ShiftLine } from './shift-line.tsx';
import { useVolunteeringWords } from './words.ts';

/** The shifts that somebody has, and those that they could have. */
export function MyShifts() {
  const words = useVolunteeringWords();
  const mine = useQuery({
    queryKey: ['volunteering', 'shifts'],
    queryFn: async () => (await volunteers.listMyShifts()).shifts,
  });
  const open = useQuery({
    queryKey: ['volunteering', 'opportunities'],
    queryFn: async () => (await volunteers.listMyOpportunities()).opportunities,
  });
  return (
    <>
      <Section title={words.shifts}>
        {mine.error && <ProblemAlert error={mine.error} onRetry={() => void mine.refetch()} />}
        {!mine.data && !mine.error && <Loading height={96} />}
        {mine.data?.length === 0 && <Text c="dimmed">{words.shiftsNone}</Text>}
        <ul className="plain-list long-list" tabIndex={0} aria-label={words.shifts}>
          {mine.data?.map((shift) => (
            <li key={shift.shiftId}>
              <ShiftLine shift={shift} />
            </li>
          ))}
        </ul>
      </Section>
      <Section title={words.opportunities}>
        {open.error && <ProblemAlert error={open.error} onRetry={() => void open.refetch()} />}
        {!open.data && !open.error && <Loading height={96} />}
        {open.data?.length === 0 && <Text c="dimmed">{words.opportunitiesNone}</Text>}
        {open.data?.map((one) => (
          <Opportunity key={one.opportunityId} opportunity={one} />
        ))}
      </Section>
    </>
  );
}

function Opportunity({ opportunity: { title, description, shifts } }: Readonly<{ opportunity: MyOpportunity }>) {
  return (
    <>
      <div>
        <Text fw={600}>{title}</Text>
        {description && (
          <Text size="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
            {description}
          </Text>
        )}
      </div>
      {shifts.map((shift) => (
        <ShiftLine key={shift.shiftId} shift={shift} />
      ))}
    </>
  );
}
