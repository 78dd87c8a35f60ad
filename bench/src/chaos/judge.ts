import type { Ledger } from './ledger.ts';
import { recordKey, type Records } from './records.ts';
import { noticeKey, repeats, type Sinks } from './sinks.ts';

/** One promise, and whether it was kept. */
export type Finding = Readonly<{ promise: string; seen: string; isKept: boolean }>;

type Evidence = Readonly<{
  ledger: Ledger;
  records: Records;
  sinks: Pick<Sinks, 'notices' | 'mails' | 'mailed'>;
  kills: number;
  /** What only a person could mend. */
  left: readonly string[];
}>;

/** Holds what the clients were told against what is on record and what reached people. */
export function judge({ ledger, records, sinks, kills, left }: Evidence): Finding[] {
  const { movements, mails } = ledger;
  const missingIn = (kept: ReadonlySet<string>): string[] =>
    movements.map(({ visitId, direction }) => recordKey(visitId, direction)).filter((key) => !kept.has(key));
  const arrivals = movements.filter(({ direction }) => direction === 'in').length;
  const missingVisitors = Math.max(0, arrivals - records.visitors);
  const unposted = movements.map(noticeKey).filter((key) => !sinks.notices.has(key));
  const unmailed = mails.map(({ address }) => address).filter((address) => !sinks.mailed.has(address));
  const twice = repeats(sinks.notices) + repeats(sinks.mails);
  return [
    none('acknowledged movements missing in the store', missingIn(records.stored), movements.length),
    none('acknowledged movements missing in the audit entries', missingIn(records.audited), movements.length),
    none(
      'acknowledged sign-ins missing in the statistics',
      Array.from({ length: missingVisitors }, () => 'somebody'),
      arrivals,
    ),
    none('Slack notices lost', unposted, movements.length),
    none('login mails lost', unmailed, mails.length),
    { promise: `deliveries twice, at most one per kill`, seen: `${twice} in ${kills} kills`, isKept: twice <= kills },
    listed('answers that nobody should get', ledger.unexpected),
    listed('left for a person to mend', left),
  ];
}

/** A few examples say where to look. */
const examplesOf = (items: readonly string[]): string => [...new Set(items)].slice(0, 5).join('; ');

/** Kept when nothing is missing of what there was; nothing at all is not enough. */
export const none = (promise: string, missing: readonly string[], of: number): Finding => ({
  promise,
  seen: `${missing.length} of ${of}${missing.length > 0 ? `: ${examplesOf(missing)}` : ''}`,
  isKept: missing.length === 0 && of > 0,
});

export function listed(promise: string, items: readonly string[]): Finding {
  const seen = items.length === 0 ? 'none' : `${items.length}: ${examplesOf(items)}`;
  return { promise, seen, isKept: items.length === 0 };
}
