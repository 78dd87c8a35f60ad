import type { Via } from '../visit.ts';

/** Something that a device or a person said about where somebody is. A tap is the other one of what was. */
export type TimelineEvent = Readonly<{
  id: string;
  at: Date;
  what: 'in' | 'out' | 'tap';
  via: Via;
  entrance: string;
}>;

/** One stay as it follows from the events; without an end nobody signed out before `until`, or the person is inside. */
export type Stay = Readonly<{ opening: TimelineEvent; end?: TimelineEvent; until: Date }>;

// A badge that is held to the reader for a while taps more than once.
const sameTapMs = 5_000;

/**
 * The stays that follow from a set of events. It depends on the set alone: not on the order in which the events
 * arrived, on how they were split or how often they were sent. Coming in while inside and going while outside say
 * nothing new; at `endOf` its beginning a stay is over by itself.
 */
export function staysOf(events: readonly TimelineEvent[], endOf: (began: Date) => Date): readonly Stay[] {
  const stays: Stay[] = [];
  let current: Stay | undefined;
  let lastTap = -Infinity;
  for (const event of inOrder(events)) {
    const at = event.at.getTime();
    if (event.what === 'tap' && at - lastTap < sameTapMs) continue;
    if (event.what === 'tap') lastTap = at;
    if (current && event.at >= current.until) {
      stays.push(current);
      current = undefined;
    }
    if (current && event.what !== 'in') {
      stays.push({ ...current, end: event });
      current = undefined;
    } else if (!current && event.what !== 'out') {
      current = { opening: event, until: endOf(event.at) };
    }
  }
  return current ? [...stays, current] : stays;
}

/** Each event once, by time; of two at one moment the coming goes first, so that nobody stays inside by accident. */
export function inOrder(events: readonly TimelineEvent[]): readonly TimelineEvent[] {
  const each = [...new Map(events.map((event) => [event.id, event])).values()];
  const rank = { in: 0, tap: 1, out: 2 };
  return each.sort((a, b) => a.at.getTime() - b.at.getTime() || rank[a.what] - rank[b.what] || (a.id < b.id ? -1 : 1));
}
