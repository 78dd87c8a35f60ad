import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/api.ts';
import type { DayStats, SiteSummary } from '@guildhall/client';
import { Loading } from '../../parts/loading.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { useTimes } from '../../words/times.ts';
import { useWords } from '../../words/words.ts';
import { daysFrom } from '../../parts/days.ts';
import { AsTable } from './charts/as-table.tsx';
import { Bars } from './charts/bars.tsx';

type Props = Readonly<{ site: SiteSummary; from: string; to: string }>;

/** How many people came each day, and how many of them did not sign out. */
export function PerDay({ site, from, to }: Props) {
  const { reports: words } = useWords();
  const { data, error, refetch } = useQuery({
    queryKey: ['stats', site.id, from, to],
    queryFn: async () => (await api.register.getStats({ siteId: site.id, from, to })).days,
  });
  return (
    <Section title={words.perDay}>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading height={240} />}
      {data && data.every(({ distinctUsers }) => distinctUsers === 0) && <Text c="dimmed">{words.perDayNone}</Text>}
      {data?.some(({ distinctUsers }) => distinctUsers > 0) && (
        <Days days={data.map(soFar(site.today)).toSorted(byDate)} from={from} to={to} />
      )}
    </Section>
  );
}

/** Whoever is still inside today may sign out yet. */
const soFar =
  (today: string) =>
  (day: DayStats): DayStats =>
    day.date === today ? { ...day, notSignedOut: 0 } : day;

const byDate = (one: DayStats, other: DayStats): number => one.date.localeCompare(other.date);

type Bar = Pick<DayStats, 'date' | 'distinctUsers' | 'notSignedOut'>;

/** With the days on which nobody came, so that a week is as wide as any other. */
const everyDay = (days: readonly DayStats[], from: string, to: string): readonly Bar[] =>
  daysFrom(from, to).map(
    (date) => days.find((one) => one.date === date) ?? { date, distinctUsers: 0, notSignedOut: 0 },
  );

function Days({ days, from, to }: Readonly<{ days: readonly DayStats[]; from: string; to: string }>) {
  const { reports: words } = useWords();
  const { day } = useTimes('UTC');
  const fullest = days.reduce((most, one) => (one.distinctUsers > most.distinctUsers ? one : most));
  const head = [words.date, words.people, words.notSignedOut];
  return (
    <>
      <Text>{words.perDayOf(days.length, fullest.distinctUsers, day(fullest.date))}</Text>
      <Bars
        label={words.perDayOf(days.length, fullest.distinctUsers, day(fullest.date))}
        first={day(from)}
        last={day(to)}
        bars={everyDay(days, from, to).map(({ date, distinctUsers, notSignedOut }) => ({
          key: date,
          title: `${day(date)}: ${distinctUsers} (${words.notSignedOut}: ${notSignedOut})`,
          whole: distinctUsers,
          missing: notSignedOut,
        }))}
      />
      <ul className="chart-legend">
        <li>{words.signedOut}</li>
        <li className="chart-legend-missing">{words.notSignedOut}</li>
      </ul>
      <AsTable
        label={words.perDay}
        head={head}
        rows={days.map(({ date, distinctUsers, notSignedOut }) => [day(date), distinctUsers, notSignedOut])}
      />
    </>
  );
}
