import { Stack, Text } from '@mantine/core';
import { IconArrowLeft, IconChartBar } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { Statistics } from '@guildhall/client';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import { isProblem } from '../../api/problem.ts';
import { Choice } from '../../parts/choice.tsx';
import { daysFrom } from '../../parts/days.ts';
import { Empty } from '../../parts/empty.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { useTimes } from '../../words/times.ts';
import { AsTable } from '../reports/charts/as-table.tsx';
import { Bars } from '../reports/charts/bars.tsx';
import { useNotifierWords } from '../notifier-message/words.ts';
import { Figures, Reasons } from './figures.tsx';
import { type Dimension, dimensions, type Period, periods, spanOf } from './search.ts';

const countingMs = 2_000;
const isCounting = (error: unknown): boolean => isProblem(error, 'notifier.still_counting');

/** How many messages went which way, how fast, and why not. */
export function StatisticsPage() {
  const words = useNotifierWords();
  const { by = 'channel', days = '7' } = useSearch({ from: '/signed-in/messages/statistics' });
  const navigate = useNavigate();
  const choose = (search: { by: Dimension; days: Period }) =>
    void navigate({ to: '/messages/statistics', search, replace: true });
  const [now] = useState(() => new Date());
  const { from, to } = spanOf(days, now);
  const { data, error, refetch } = useQuery({
    queryKey: ['message statistics', from, to, by],
    queryFn: () => api.notifier.getStatistics({ from, to, by }),
    // Counting goes on at the platform; the result is there some time later.
    retry: (count, problem) => isCounting(problem) && count < 60,
    retryDelay: countingMs,
  });
  return (
    <Page title={words.statistics} size="lg">
      <Stack gap="lg">
        <Text>
          <Link to="/messages" className="back">
            <IconArrowLeft size={18} aria-hidden /> {words.back}
          </Link>
        </Text>
        <Choice
          legend={words.period}
          value={days}
          options={periods.map((value) => ({ value, label: words.days(Number(value)) }))}
          onChange={(chosen) => choose({ by, days: chosen })}
        />
        <Choice
          legend={words.by}
          value={by}
          options={dimensions.map((value) => ({ value, label: words.dimensions[value] }))}
          onChange={(chosen) => choose({ by: chosen, days })}
        />
        {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {!data && !error && (
          <>
            <Text c="dimmed">{words.counting}</Text>
            <Loading height={320} />
          </>
        )}
        {data?.rows.length === 0 && <Empty icon={IconChartBar} title={words.none} />}
        {data && data.rows.length > 0 && <Shown statistics={data} by={by} from={from} to={to} />}
      </Stack>
    </Page>
  );
}

type ShownProps = Readonly<{ statistics: Statistics; by: Dimension; from: string; to: string }>;

function Shown({ statistics, by, from, to }: ShownProps) {
  const words = useNotifierWords();
  const times = useTimes('UTC');
  const [first, last] = [from.slice(0, 10), new Date(Date.parse(to) - 1).toISOString().slice(0, 10)];
  const byDay = new Map(statistics.days.map((day) => [day.day, day]));
  const days = daysFrom(first, last).map((day) => byDay.get(day) ?? { day, total: 0, sent: 0, failed: 0 });
  const label = words.perDayLabel(times.day(first), times.day(last));
  const bars = days.map(({ day, total, failed }) => ({
    key: day,
    title: `${times.day(day)}: ${total}`,
    whole: total,
    missing: failed,
  }));
  return (
    <>
      <Section title={words.perDay}>
        <Bars bars={bars} label={label} first={times.day(first)} last={times.day(last)} />
        <AsTable
          label={label}
          head={[words.day, words.total, words.sent, words.failed]}
          rows={days.map(({ day, total, sent, failed }) => [times.day(day), total, sent, failed])}
        />
      </Section>
      <Section title={words.figures}>
        <Figures rows={statistics.rows} by={by} />
      </Section>
      <Section title={words.reasons}>
        <Reasons reasons={statistics.reasons} />
      </Section>
    </>
  );
}
