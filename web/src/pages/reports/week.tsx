import { Fragment } from 'react';
import type { WeekdayPattern } from '@guildhall/client';
import { Section } from '../../parts/section.tsx';
import { useSpeaking } from '../../words/words.ts';
import { AsTable } from './charts/as-table.tsx';

/** Which hours of which days are full, on average. */
export function Week({ weekdays }: Readonly<{ weekdays: readonly WeekdayPattern[] }>) {
  const { words: all, language } = useSpeaking();
  const { reports: words } = all;
  const figure = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const most = Math.max(1, ...weekdays.flatMap(({ hours }) => hours));
  return (
    <Section title={words.weekdays} hint={words.weekdaysHint}>
      <div className="chart-week">
        {weekdays.map(({ weekday, hours, averagePeak }) => (
          <Fragment key={weekday}>
            <span>{words.dayNames[weekday]}</span>
            <div className="chart-bars" aria-hidden>
              {hours.map((count, hour) => (
                <div key={hour} className="chart-bar" title={words.hourOf(hour, figure.format(count))}>
                  <span style={{ height: `${(count / most) * 100}%` }} />
                </div>
              ))}
            </div>
            <span className="figures">{figure.format(averagePeak)}</span>
          </Fragment>
        ))}
      </div>
      <AsTable
        label={words.weekdays}
        head={[words.weekday, words.averageEntries, words.averagePeak]}
        rows={weekdays.map(({ weekday, averageEntries, averagePeak }) => [
          words.dayNames[weekday],
          figure.format(averageEntries),
          figure.format(averagePeak),
        ])}
      />
    </Section>
  );
}
