import { type ClockTime, momentOf, wallAt, type Weekday } from './clock-time.ts';

/** From one time of a weekday to another; one that ends at or before its beginning ends on the next day. */
export type QuietSpan = Readonly<{ weekday: Weekday; from: ClockTime; to: ClockTime }>;

// Spans may follow each other without a gap, for ever when every day is quiet all day long.
const LONGEST_DAYS = 8;

/** When quiet time is over in that zone; undefined when it is not quiet. */
export function quietUntil(spans: readonly QuietSpan[], timeZone: string, at: Date): Date | undefined {
  if (spans.length === 0) return undefined;
  const ordered = spans.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const yesterday = wallAt(timeZone, at).toPlainDate().subtract({ days: 1 });
  let end = at;
  for (let days = 0; days <= LONGEST_DAYS; days += 1) {
    const date = yesterday.add({ days });
    // A day that begins after the quiet is over has nothing to add.
    if (days > 1 && wallAt(timeZone, end).toPlainDate().toString() < date.toString()) break;
    for (const { weekday, from, to } of ordered) {
      if (weekday !== date.dayOfWeek || end < momentOf(timeZone, date, from)) continue;
      const endsAt = momentOf(timeZone, to > from ? date : date.add({ days: 1 }), to);
      if (end < endsAt) end = endsAt;
    }
  }
  return end > at ? end : undefined;
}
