import { grouped, milliseconds } from '../report/numbers.ts';
import { table } from '../report/table.ts';
import type { CallTimes } from './calls.ts';
import type { Evacuated } from './evacuation.ts';

const floors = { firstMs: 200, lastMs: 2_000 };

/** Whether everybody was called in time, and enough stood in the way. */
export const isCalledInTime = ({ calls: { all, missing } }: Evacuated): boolean =>
  missing === 0 && all.firstMs <= floors.firstMs && all.lastMs <= floors.lastMs;

/** An evacuation as Markdown. */
export function evacuationReport(evacuated: Evacuated): string {
  const { people, contacts, waiting, answerMs, calls, cost } = evacuated;
  const { all, byChannel, missing } = calls;
  const lost = missing > 0 ? ` ${grouped(missing)} contacts were not reached.` : '';
  const spent = Object.entries(cost)
    .filter(([, ms]) => ms >= 10)
    .sort(([, one], [, other]) => other - one)
    .map(([name, ms]) => `${name} ${grouped(Math.round(ms))}`);
  return [
    `An evacuation of ${grouped(people)} people by ${grouped(contacts)} contacts while ${grouped(waiting)} other messages waited; ` +
      `milliseconds from the alarm by the clock of the sandbox that received them. The officer had the board after ${grouped(answerMs)} ms.${lost}`,
    table(
      ['calls', 'received', 'first ms', 'p50 ms', 'last ms', 'floor', 'verdict'],
      [
        ['all', ...cells(all), `first ≤ ${floors.firstMs}, last ≤ ${grouped(floors.lastMs)}`, verdictOf(evacuated)],
        ...[...byChannel].map(([channel, times]) => [channel, ...cells(times), '-', '-']),
      ],
    ),
    `Milliseconds of processor time in the four seconds after the alarm: ${spent.join(', ')}.`,
  ].join('\n\n');
}

const verdictOf = (evacuated: Evacuated): string => (isCalledInTime(evacuated) ? 'met' : 'missed');

const cells = ({ count, firstMs, p50Ms, lastMs }: CallTimes): string[] => [
  grouped(count),
  ...[firstMs, p50Ms, lastMs].map((ms) => milliseconds(ms)),
];
