import { grouped } from '../report/numbers.ts';
import { table } from '../report/table.ts';
import type { Differences } from './differences.ts';
import type { Timed } from './timing.ts';

const mostMs = 1;

const isAlike = ({ differenceMs }: Differences): boolean => Math.abs(differenceMs) <= mostMs;

/** Whether nobody can tell by the time of an answer which address is somebody's. */
export const isTold = ({ asking, guessing }: Timed): boolean => !isAlike(asking) || !isAlike(guessing);

/** What can be told by the time of an answer, as Markdown. */
export function timingReport({ asking, guessing }: Timed): string {
  const row = (what: string, of: Differences): string[] => [
    what,
    of.knownMs.toFixed(2),
    of.unknownMs.toFixed(2),
    of.differenceMs.toFixed(2),
    `≤ ${mostMs} ms either way`,
    isAlike(of) ? 'met' : 'missed',
  ];
  return [
    `Addresses that somebody has and addresses of nobody, ${grouped(asking.pairs)} pairs over HTTP, one after the other in turns.`,
    table(
      ['what', 'known, p50 ms', 'unknown, p50 ms', 'median difference ms', 'floor', 'verdict'],
      [row('asking for a code', asking), row('guessing a code', guessing)],
    ),
  ].join('\n\n');
}
