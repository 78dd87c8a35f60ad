import { grouped, milliseconds } from '../report/numbers.ts';
import { table } from '../report/table.ts';
import type { Reminded } from './reminders.ts';
import type { Held } from './slow-sink.ts';

const floors = { remindedMs: 10_000, grownMb: 150 };

/** Whether all were sent in time, each once and none too early. */
export const isReminded = ({ missing, twice, early, lastMs }: Reminded): boolean =>
  missing === 0 && twice === 0 && early === 0 && lastMs <= floors.remindedMs;

export function remindersReport(reminded: Reminded): string {
  const { count, missing, twice, early, p50Ms, lastMs } = reminded;
  const cells = [missing, twice, early].map((one) => grouped(one));
  const verdict = isReminded(reminded) ? 'met' : 'missed';
  return table(
    ['reminders due in the same second', 'missing', 'twice', 'too early', 'p50 ms', 'last ms', 'floor', 'verdict'],
    [[grouped(count), ...cells, milliseconds(p50Ms), milliseconds(lastMs), 'last ≤ 10 000', verdict]],
  );
}

/** Whether no process grew by more than it may, and what is urgent went through. */
export const isFlat = ({ grownMb, urgentMissing }: Held): boolean =>
  urgentMissing === 0 && Object.values(grownMb).every((mb) => mb <= floors.grownMb);

export function slowSinkReport(held: Held): string {
  const { seconds, asked, sent, grownMb, urgentP99Ms } = held;
  const grown = Object.entries(grownMb)
    .sort(([, one], [, other]) => other - one)
    .map(([name, mb]) => `${name} ${Math.round(mb)}`);
  return [
    `For ${grouped(seconds)} s ${grouped(asked)} messages were asked for, and the sinks took ${grouped(sent)}; text messages that were ` +
      `urgent arrived within ${milliseconds(urgentP99Ms)} ms (p99). Megabytes that each process grew by (floor: ≤ ${floors.grownMb}): ` +
      `${grown.join(', ')}. ${isFlat(held) ? 'Met' : 'Missed'}.`,
  ].join('\n\n');
}
