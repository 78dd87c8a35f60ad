import './chart.css';

export type Bar = Readonly<{ key: string; title: string; whole: number; missing: number }>;

type Props = Readonly<{ bars: readonly Bar[]; label: string; first: string; last: string }>;

/** Columns, of each of which a part may be missing. What they say is also in the table beside them. */
export function Bars({ bars, label, first, last }: Props) {
  const most = Math.max(1, ...bars.map(({ whole }) => whole));
  return (
    <figure className="chart" role="img" aria-label={label}>
      <div className="chart-scale figures">
        <span>{most}</span>
        <span>0</span>
      </div>
      <div className="chart-plot chart-bars">
        {bars.map(({ key, title, whole, missing }) => (
          <div key={key} className="chart-bar" title={title}>
            <span className="chart-missing" style={{ height: `${(missing / most) * 100}%` }} />
            <span style={{ height: `${((whole - missing) / most) * 100}%` }} />
          </div>
        ))}
      </div>
      <div className="chart-ends figures">
        <span>{first}</span>
        <span>{last}</span>
      </div>
    </figure>
  );
}
