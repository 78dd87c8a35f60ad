import { quantile } from '../measure/latencies.ts';
import { grouped, milliseconds, rate } from '../report/numbers.ts';
import { table } from '../report/table.ts';
import type { Listed } from './listing.ts';
import type { Reconciled } from './reconciling.ts';
import type { Timed } from './role-change.ts';

const floors = { roleMs: 1_000, leaverMs: 60_000, reconcileMs: 60_000, listP50Ms: 10 };

const verdict = (isMet: boolean): string => (isMet ? 'met' : 'missed');
const lastOf = ({ tookMs }: Timed): number => Math.max(0, ...tookMs);
const isWithin = (timed: Timed, floorMs: number): boolean => timed.missing === 0 && lastOf(timed) <= floorMs;

export const isChangedInTime = (timed: Timed): boolean => isWithin(timed, floors.roleMs);
export const isOutInTime = (timed: Timed): boolean => isWithin(timed, floors.leaverMs);

const timedRow = (title: string, timed: Timed, floorMs: number): readonly string[] => [
  title,
  grouped(timed.count),
  grouped(timed.missing),
  milliseconds(quantile(timed.tookMs, 0.5)),
  milliseconds(lastOf(timed)),
  `last ≤ ${grouped(floorMs)}`,
  verdict(isWithin(timed, floorMs)),
];

const timedTable = (row: readonly string[]): string =>
  table(['volunteers', 'people', 'not within a minute', 'p50 ms', 'last ms', 'floor', 'verdict'], [[...row]]);

export const roleChangeReport = (timed: Timed): string =>
  timedTable(timedRow('role changed, until all four calls were answered', timed, floors.roleMs));

export const leavingReport = (timed: Timed): string =>
  timedTable(timedRow('left at once, until nothing is left in three systems', timed, floors.leaverMs));

/** Found whoever was missing, in time. */
export const isReconciled = ({ state, tookMs, missing, taken }: Reconciled): boolean =>
  state === 'done' && tookMs <= floors.reconcileMs && missing === taken * 3;

export function reconcileReport(run: Reconciled): string {
  const { people, state, tookMs, calls, slackCalls, googleCalls, missing, taken } = run;
  return table(
    ['full comparison', 'people', 'found missing', 'calls', 'of Slack', 'of Google', 'took ms', 'floor', 'verdict'],
    [
      [
        `three systems, ${state}`,
        grouped(people),
        `${missing} of ${taken * 3}`,
        grouped(calls),
        grouped(slackCalls),
        grouped(googleCalls),
        milliseconds(tookMs),
        `≤ ${grouped(floors.reconcileMs)}`,
        verdict(isReconciled(run)),
      ],
    ],
  );
}

const isListed = ({ measured: { p50Ms, bad, good } }: Listed): boolean =>
  good > 0 && Object.keys(bad).length === 0 && p50Ms <= floors.listP50Ms;

export const isListedInTime = (listed: readonly Listed[]): boolean => listed.every(isListed);

export const listReport = (listed: readonly Listed[], people: number): string =>
  table(
    [`list of ${grouped(people)} people, one connection`, 'per second', 'p50 ms', 'p99 ms', 'floor', 'verdict'],
    listed.map((one) => [
      one.title,
      rate(one.measured.perSecond),
      milliseconds(one.measured.p50Ms),
      milliseconds(one.measured.p99Ms),
      `p50 ≤ ${floors.listP50Ms}`,
      verdict(isListed(one)),
    ]),
  );
