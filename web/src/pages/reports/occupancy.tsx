import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/api.ts';
import type { OccupancySeries, SiteSummary } from '@guildhall/client';
import { daysBetween } from '../../parts/days.ts';
import { Loading } from '../../parts/loading.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { useTimes } from '../../words/times.ts';
import { useWords } from '../../words/words.ts';
import { Line } from './charts/line.tsx';
import { Week } from './week.tsx';

type Props = Readonly<{ site: SiteSummary; from: string; to: string }>;

const mostDays = 93;

/** How full it was through the days, and through the week. */
export function Occupancy({ site, from, to }: Props) {
  const { reports: words } = useWords();
  const isShort = daysBetween(from, to) <= mostDays;
  const { data, error, refetch } = useQuery({
    queryKey: ['occupancy', site.id, from, to],
    queryFn: () => api.register.getOccupancySeries({ siteId: site.id, from, to }),
    enabled: isShort,
  });
  return (
    <>
      <Section title={words.occupancy}>
        {!isShort && <Text>{words.occupancyTooLong}</Text>}
        {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {isShort && !data && !error && <Loading height={240} />}
        {isShort && data && <Series series={data} />}
      </Section>
      {isShort && data?.peakAt && <Week weekdays={data.weekdays} />}
    </>
  );
}

function Series({ series }: Readonly<{ series: OccupancySeries }>) {
  const { reports: words } = useWords();
  const times = useTimes(series.timeZone);
  const days = useTimes('UTC');
  const { peak, peakAt, averageDwellMinutes: dwell } = series;
  if (!peakAt) return <Text c="dimmed">{words.perDayNone}</Text>;
  const most = words.peakAt(peak, times.moment(peakAt));
  return (
    <>
      <dl className="figures-row">
        <div className="figure">
          <dt>{words.peak}</dt>
          <dd>{most}</dd>
        </div>
        {dwell !== undefined && (
          <div className="figure">
            <dt>{words.dwell}</dt>
            <dd>{words.dwellOf(Math.floor(dwell / 60), Math.round(dwell % 60))}</dd>
          </div>
        )}
      </dl>
      <Line
        label={`${words.occupancy}. ${words.peak}: ${most}`}
        values={series.slots.map((slot) => slot.peak)}
        first={days.day(series.from)}
        last={days.day(series.to)}
      />
    </>
  );
}
