import './chart.css';
import { steps, thin } from './thin.ts';

type Props = Readonly<{ values: readonly number[]; label: string; first: string; last: string }>;

const mostPoints = 480;

/** A line in steps over the area below it. */
export function Line({ values, label, first, last }: Props) {
  const top = Math.max(1, ...thin(values, mostPoints));
  const edge = steps(thin(values, mostPoints), top);
  return (
    <figure className="chart" role="img" aria-label={label}>
      <div className="chart-scale figures">
        <span>{top}</span>
        <span>0</span>
      </div>
      <div className="chart-plot">
        <svg className="chart-line" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden>
          <path className="chart-area" d={`${edge}V1H0Z`} />
          <path className="chart-edge" d={edge} />
        </svg>
      </div>
      <div className="chart-ends figures">
        <span>{first}</span>
        <span>{last}</span>
      </div>
    </figure>
  );
}
