import type { MessageStatus } from '../message.ts';
import { type ShownState, shownStates } from './shown-state.ts';

/** What messages are told apart by. */
export type Dimension = 'channel' | 'category' | 'template' | 'provider';

export type Counts = Readonly<Record<ShownState, number>>;

export type Latency = Readonly<{ p50Ms: number; p95Ms: number }>;

/** The messages of one channel, category, template or provider that were asked for in a span of time. */
export type Row = Readonly<{
  key: string;
  total: number;
  counts: Counts;
  /** Of asking until a provider took it; absent where none was sent. */
  latency?: Latency;
  /** Parts of text messages, and what they cost in millionths of the currency's unit. */
  segments: number;
  costMicros: number;
}>;

export type Reason = Readonly<{ reason: string; count: number }>;
export type DayCounts = Readonly<{ day: string; sent: number; failed: number; total: number }>;

export type Statistics = Readonly<{
  rows: readonly Row[];
  days: readonly DayCounts[];
  reasons: readonly Reason[];
}>;

/** Those that a provider took, among those that came to an end; undefined before any has. What was cancelled does not count. */
export function deliveryRate({ sent, delivered, read, failed, expired }: Counts): number | undefined {
  const taken = sent + delivered + read;
  const ended = taken + failed + expired;
  return ended === 0 ? undefined : taken / ended;
}

/** Messages that have all this in common. */
export type Group = Readonly<{
  key: string;
  day: string;
  status: MessageStatus;
  isDelivered: boolean;
  isRead: boolean;
  /** Why they failed or expired; empty for all others. */
  reason: string;
  count: number;
  segments: number;
  costMicros: number;
}>;

const MOST_ROWS = 200;
const MOST_REASONS = 20;

/** The statistics of all groups together. */
export function gathered(groups: readonly Group[], latencies: ReadonlyMap<string, Latency>): Statistics {
  const rows = [...Map.groupBy(groups, ({ key }) => key)].map(([key, of]) => rowOf(key, of, latencies.get(key)));
  const days = [...Map.groupBy(groups, ({ day }) => day)].map(([day, of]) => dayOf(day, of));
  const failed = groups.filter(({ reason }) => reason !== '');
  const reasons = [...Map.groupBy(failed, ({ reason }) => reason)].map(([reason, of]) => ({
    reason,
    count: countOf(of),
  }));
  return {
    rows: rows.toSorted((a, b) => b.total - a.total || a.key.localeCompare(b.key)).slice(0, MOST_ROWS),
    days: days.toSorted((a, b) => a.day.localeCompare(b.day)),
    reasons: reasons.toSorted((a, b) => b.count - a.count || a.reason.localeCompare(b.reason)).slice(0, MOST_REASONS),
  };
}

const sum = (groups: readonly Group[], of: (group: Group) => number): number =>
  groups.reduce((total, group) => total + of(group), 0);
const countOf = (groups: readonly Group[]): number => sum(groups, ({ count }) => count);

const stateOf = ({ status, isDelivered, isRead }: Group): ShownState =>
  status !== 'sent' ? status : isRead ? 'read' : isDelivered ? 'delivered' : 'sent';

function rowOf(key: string, groups: readonly Group[], latency: Latency | undefined): Row {
  const count = (state: ShownState): number => countOf(groups.filter((group) => stateOf(group) === state));
  return {
    key,
    total: countOf(groups),
    counts: Object.fromEntries(shownStates.map((state) => [state, count(state)])) as Counts,
    segments: sum(groups, ({ segments }) => segments),
    costMicros: sum(groups, ({ costMicros }) => costMicros),
    ...(latency && { latency }),
  };
}

function dayOf(day: string, groups: readonly Group[]): DayCounts {
  const count = (...statuses: readonly MessageStatus[]): number =>
    countOf(groups.filter(({ status }) => statuses.includes(status)));
  return { day, total: countOf(groups), sent: count('sent'), failed: count('failed', 'expired') };
}
