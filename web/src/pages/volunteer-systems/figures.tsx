import type { Counts, Stats } from '@guildhall/client';
import { Section } from '../../parts/section.tsx';
import { useSpeaking } from '../../words/words.ts';
import { AsTable } from '../reports/charts/as-table.tsx';
import { Bars } from '../reports/charts/bars.tsx';
import { useRoleLabel } from '../volunteers/role-label.ts';
import type { groups } from './search.ts';
import { useSystemWords } from './words.ts';

const figures = [
  'registered',
  'invited',
  'joined',
  'completed',
  'waiting',
  'failed',
  'left',
  'legacyJoined',
] as const satisfies readonly (keyof Counts)[];

type Props = Readonly<{ stats: Stats; groupBy: (typeof groups)[number] }>;

/** The numbers in tiles, and by group as a chart with its table. */
export function Figures({ stats, groupBy }: Props) {
  const words = useSystemWords();
  const { language } = useSpeaking();
  const number = new Intl.NumberFormat(language);
  return (
    <>
      <dl className="tiles">
        {figures.map((name) => (
          <div key={name}>
            <dt>{words.figures[name]}</dt>
            <dd className="figures">{number.format(stats.total[name])}</dd>
            <dd>{words.figuresHint[name]}</dd>
          </div>
        ))}
      </dl>
      {stats.groups.length > 0 && <Groups stats={stats} groupBy={groupBy} />}
    </>
  );
}

function Groups({ stats, groupBy }: Props) {
  const words = useSystemWords();
  const roleLabel = useRoleLabel();
  const nameOf = (key: string): string => (groupBy === 'role' ? roleLabel(key) : key);
  const label = words.chart(words.groups[groupBy]);
  const bars = stats.groups.map(({ key, counts }) => ({
    key,
    title: `${nameOf(key)}: ${counts.registered}`,
    whole: counts.registered,
    missing: counts.waiting,
  }));
  const ends = [stats.groups[0], stats.groups.length > 1 ? stats.groups.at(-1) : undefined].map((group) =>
    group ? nameOf(group.key) : '',
  );
  return (
    <Section title={label} hint={words.chartHint}>
      <div className="few-bars">
        <Bars bars={bars} label={label} first={ends[0] ?? ''} last={ends[1] ?? ''} />
      </div>
      <AsTable
        label={label}
        head={[words.groups[groupBy], ...figures.map((name) => words.figures[name])]}
        rows={stats.groups.map(({ key, counts }) => [nameOf(key), ...figures.map((name) => counts[name])])}
      />
    </Section>
  );
}
