import { quantile } from '../measure/latencies.ts';

/** One message that the sandbox received. */
export type Received = Readonly<{ channel: string; to: string; at: string }>;

export type CallTimes = Readonly<{
  /** From the alarm to the first and the last message, in milliseconds, by the sandbox's clock; NaN where there is none. */
  firstMs: number;
  p50Ms: number;
  lastMs: number;
  count: number;
}>;

/** What came of an alarm: all calls together, and each channel. `missing` counts contacts that nothing reached. */
export type Calls = Readonly<{ all: CallTimes; byChannel: ReadonlyMap<string, CallTimes>; missing: number }>;

/** Times of the first message to each expected contact, written `<channel> <to>`. */
export function callsOf(alarmAt: number, received: readonly Received[], expected: ReadonlySet<string>): Calls {
  const first = new Map<string, { channel: string; ms: number }>();
  for (const { channel, to, at } of received) {
    const key = `${channel} ${to}`;
    const ms = Date.parse(at) - alarmAt;
    const known = first.get(key);
    if (expected.has(key) && (known === undefined || ms < known.ms)) first.set(key, { channel, ms });
  }
  const calls = [...first.values()];
  const groups = [...Map.groupBy(calls, ({ channel }) => channel)];
  return {
    all: timesOf(calls),
    byChannel: new Map(groups.map(([channel, group]) => [channel, timesOf(group)])),
    missing: expected.size - first.size,
  };
}

function timesOf(calls: readonly Readonly<{ ms: number }>[]): CallTimes {
  const times = calls.map(({ ms }) => ms).sort((a, b) => a - b);
  const { length: count } = times;
  return { firstMs: times[0] ?? NaN, p50Ms: quantile(times, 0.5), lastMs: times.at(-1) ?? NaN, count };
}
