import type { Arrival, Subscription } from './subscription.ts';

/** Hands arrivals to a subscription and says how each ended: undefined, or its error. */
export type Lane = (arrival: Arrival) => Promise<unknown>;

/** One at a time for each aggregate, in the order of arrival; different aggregates side by side. */
export function keyedLane({ handle }: Subscription): Lane {
  const last = new Map<string, Promise<unknown>>();

  const run = async (arrival: Arrival): Promise<unknown> => {
    try {
      await handle([arrival]);
      return undefined;
    } catch (error) {
      return error ?? new Error('a handler failed without an error');
    }
  };

  return (arrival) => {
    const key = arrival.delivery.aggregateId;
    const before = last.get(key);
    const ended = before ? before.then(() => run(arrival)) : run(arrival);
    last.set(key, ended);
    void ended.then(() => {
      if (last.get(key) === ended) last.delete(key);
    });
    return ended;
  };
}

const groupAtMost = 128;
const groupsAtOnce = 2;

type Waiting = Readonly<{ arrival: Arrival; end: (error: unknown) => void }>;

/** What arrives within `gatherMs`, or while two groups are busy, goes together. */
export function groupLane({ handle, gatherMs = 0 }: Subscription): Lane {
  let waiting: Waiting[] = [];
  let busy = 0;
  let scheduled = false;

  const schedule = (): void => {
    if (scheduled || waiting.length === 0 || busy >= groupsAtOnce) return;
    scheduled = true;
    if (gatherMs > 0) setTimeout(start, gatherMs);
    else setImmediate(start);
  };

  const start = (): void => {
    scheduled = false;
    while (busy < groupsAtOnce && waiting.length > 0) {
      const group = waiting.slice(0, groupAtMost);
      waiting = waiting.slice(groupAtMost);
      busy += 1;
      void run(group);
    }
  };

  const run = async (group: readonly Waiting[]): Promise<void> => {
    try {
      const outcomes = await handle(group.map(({ arrival }) => arrival));
      group.forEach(({ end }, index) => end(outcomes[index] ?? undefined));
    } catch (error) {
      for (const { end } of group) end(error ?? new Error('a handler failed without an error'));
    }
    busy -= 1;
    if (gatherMs > 0) schedule();
    else start();
  };

  return (arrival) =>
    new Promise((end) => {
      waiting.push({ arrival, end });
      schedule();
    });
}
