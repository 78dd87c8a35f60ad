import { type RollCallCounts, countsOf } from './counts.ts';
import { type CallDelivery, sentTimes } from './delivery.ts';
import { type Entry, isAccounted, stateOf } from './entry.ts';
import type { Incident } from './incident.ts';
import { type TimelineItem, timelineOf } from './timeline.ts';

export type IncidentReport = Readonly<{
  incident: Incident;
  counts: RollCallCounts;
  /** Milliseconds from the start; absent where nothing was sent. */
  firstMessageMs?: number;
  lastMessageMs?: number;
  messagesSent: number;
  messagesFailed: number;
  /** Until everybody was accounted for; absent when somebody never was. */
  allAccountedMs?: number;
  unaccounted: readonly Entry[];
  entries: readonly Entry[];
  timeline: readonly TimelineItem[];
  /** States are those of this moment: the end, or now. */
  asOf: Date;
}>;

/** What is to be said of an incident: as it stood at its end, or, while it is open, as it stands. */
export function reportOf(
  incident: Incident,
  entries: readonly Entry[],
  deliveries: readonly CallDelivery[],
  now: Date,
): IncidentReport {
  const asOf = incident.endedAt ?? now;
  const sorted = entries.toSorted(byName);
  const { first, last } = sentTimes(deliveries);
  const accountedMs = allAccountedMs(incident, entries, asOf);
  const since = (at: Date): number => at.getTime() - incident.startedAt.getTime();
  return {
    incident,
    counts: countsOf(entries, asOf),
    ...(first && { firstMessageMs: since(first) }),
    ...(last && { lastMessageMs: since(last) }),
    messagesSent: deliveries.filter(({ sentAt }) => sentAt).length,
    messagesFailed: deliveries.filter(({ failedAt, deliveredAt }) => failedAt && !deliveredAt).length,
    ...(accountedMs !== undefined && { allAccountedMs: accountedMs }),
    unaccounted: sorted.filter((entry) => !isAccounted(stateOf(entry, asOf).state)),
    entries: sorted,
    timeline: timelineOf(incident, entries),
    asOf,
  };
}

/** By the last word about the last person: what was said first about somebody may have been taken back. */
function allAccountedMs({ startedAt }: Incident, entries: readonly Entry[], asOf: Date): number | undefined {
  const standings = entries.map((entry) => stateOf(entry, asOf));
  if (!standings.every(({ state }) => isAccounted(state))) return undefined;
  const latest = Math.max(startedAt.getTime(), ...standings.map(({ at }) => at?.getTime() ?? 0));
  return latest - startedAt.getTime();
}

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });
export const byName = (a: Pick<Entry, 'displayName' | 'id'>, b: Pick<Entry, 'displayName' | 'id'>): number =>
  collator.compare(a.displayName, b.displayName) || (a.id < b.id ? -1 : 1);
