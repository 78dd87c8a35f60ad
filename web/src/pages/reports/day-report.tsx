import { Stack } from '@mantine/core';
import { IconCalendarOff } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { SiteSummary } from '@guildhall/client';
import { Empty } from '../../parts/empty.tsx';
import { Loading } from '../../parts/loading.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useWords } from '../../words/words.ts';
import { Counts } from './counts.tsx';
import { DayBar } from './day-bar.tsx';
import { DayPeople } from './day-people.tsx';
import { useDayReport } from './use-day-report.ts';

/** Who came on a day, when they came and left; today's as it goes on. */
export function DayReport({ site }: Readonly<{ site: SiteSummary }>) {
  const { reports: words } = useWords();
  const { date = site.today } = useSearch({ from: '/signed-in/reports' });
  const navigate = useNavigate();
  const [state, setState] = useState('');
  const { data, error, refetch, live } = useDayReport(site, date);
  const go = (day: string): void =>
    void navigate({ to: '/reports', search: (search) => ({ ...search, date: day }), replace: true });
  return (
    <Stack gap="md">
      <DayBar site={site} date={date} onDate={go} />
      {!data && error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading height={320} />}
      {data && <Counts site={site} report={data} live={live} state={state} onState={setState} />}
      {data?.people.length === 0 && <Empty icon={IconCalendarOff} title={words.nobody} hint={words.nobodyHint} />}
      {data && data.people.length > 0 && <DayPeople site={site} people={data.people} state={state} />}
    </Stack>
  );
}
