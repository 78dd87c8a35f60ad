import { Text, Title } from '@mantine/core';
import type { RetentionRun } from '@guildhall/client';
import { useTimes } from '../../words/times.ts';
import { useWords } from '../../words/words.ts';

/** How much went, or would go, of one site. */
export function RunFigures({ run, siteName }: Readonly<{ run: RetentionRun; siteName: string }>) {
  const { admin, reports } = useWords();
  const { retention: words } = admin;
  const days = useTimes('UTC');
  const { dryRun, visits, audits, adminAudits, daysCounted, oldCounts, cutoff, daysAffected } = run;
  const figures = [
    [words.visits, visits],
    [words.audits, audits],
    [words.adminAudits, adminAudits],
    [words.daysCounted, daysCounted],
    [words.oldCounts, oldCounts],
  ] as const;
  const isNothing = figures.every(([, count]) => count === 0);
  return (
    <section className="run" aria-label={siteName}>
      <Title order={3} size="h5">
        {siteName}: {dryRun ? words.would : words.went}
      </Title>
      <Text size="sm" c="dimmed">
        {words.before(days.day(cutoff))}
      </Text>
      {isNothing ? (
        <Text>{words.nothing}</Text>
      ) : (
        <dl className="run-figures">
          {figures.map(([label, count]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="figures">{count}</dd>
            </div>
          ))}
        </dl>
      )}
      {daysAffected.length > 0 && (
        <details className="run-days">
          <summary>{words.byDay}</summary>
          <ul className="detail-list">
            {daysAffected.map(({ date, visits: count, people }) => (
              <li key={date} className="figures">
                {days.day(date)}: {words.visits} {count}, {reports.people} {people}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
