import { isMet, type Summary, type Verdict } from '../measure/summary.ts';
import { grouped, milliseconds, rate, times } from './numbers.ts';
import { table } from './table.ts';

export type Circumstances = Readonly<{
  at: Date;
  command: string;
  machine: string;
  /** Load averages before the first and after the last round. */
  load: readonly [number, number];
  rounds: number;
  seconds: number;
}>;

/** The figures as Markdown. */
export function benchReport(summaries: readonly Summary[], circumstances: Circumstances): string {
  const { at, command, machine, load, rounds, seconds } = circumstances;
  const weather = `load average ${load.map((one) => one.toFixed(1)).join(' before, ')} after`;
  return [
    `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC, \`${command}\``,
    `${machine}; ${weather}; medians of ${rounds} rounds of ${seconds} s a side, both sides in turn.`,
    ...(summaries.length > 0 ? [table(rowHead, summaries.map(rowCells))] : []),
    ...section('From a movement to its notice stored by the notifier:', noticeTable(summaries)),
    ...section(
      'Milliseconds of processor time per answer, everything that follows from it included:',
      costTable(summaries),
    ),
  ].join('\n\n');
}

const section = (title: string, text: string | undefined): string[] => (text === undefined ? [] : [title, text]);

const rowHead = ['what', '/s', 'p50 ms', 'p99 ms', 'beside it', '/s', 'p50 ms', 'p99 ms', 'ratio', 'floor', 'verdict'];

function rowCells(summary: Summary): string[] {
  const { row, ours, peer, ratio, verdicts } = summary;
  const figures = (of: typeof ours) => [rate(of.perSecond), milliseconds(of.p50Ms), milliseconds(of.p99Ms)];
  const floor = verdicts.map(floorText).join(', ') || '-';
  return [row.title, ...figures(ours), row.peer, ...figures(peer), times(ratio), floor, verdictText(summary)];
}

function verdictText(summary: Summary): string {
  if (summary.bad > 0) return `invalid: ${grouped(summary.bad)} refused`;
  if (summary.verdicts.length === 0) return '-';
  return isMet(summary) ? 'met' : 'missed';
}

function floorText({ floor: { figure, bound, of } }: Verdict): string {
  const sign = bound === 'at least' ? '≥' : '≤';
  if (figure === 'perSecond') return `${sign} ${rate(of)}/s`;
  if (figure === 'ratio') return `${sign} ${of}×`;
  return `${figure === 'p50Ms' ? 'p50' : 'p99'} ${sign} ${of} ms`;
}

function noticeTable(summaries: readonly Summary[]): string | undefined {
  const rows = summaries.flatMap(({ row, notice }) =>
    notice ? [[row.title, milliseconds(notice.p50Ms), milliseconds(notice.p99Ms)]] : [],
  );
  return rows.length === 0 ? undefined : table(['what', 'p50 ms', 'p99 ms'], rows);
}

// Processes that do a hundredth of the work are none of a line's business.
const leastCost = 0.002;

function costTable(summaries: readonly Summary[]): string | undefined {
  const sides = summaries.flatMap(({ row, ours, peer }) => [
    { title: row.title, cost: ours.cost },
    { title: `${row.title}: peer`, cost: peer.cost },
  ]);
  const rows = sides.flatMap(({ title, cost }) => {
    const shares = Object.entries(cost).filter(([, ms]) => ms >= leastCost);
    const total = shares.reduce((sum, [, ms]) => sum + ms, 0);
    const parts = shares.sort(([, one], [, other]) => other - one).map(([name, ms]) => `${name} ${ms.toFixed(3)}`);
    return parts.length === 0 ? [] : [[title, total.toFixed(3), parts.join(', ')]];
  });
  return rows.length === 0 ? undefined : table(['what', 'ms', 'of them'], rows);
}
