import { type Entry, isAccounted, stateOf } from './entry.ts';
import type { RollCallState } from './mark.ts';

export type RollCallCounts = Readonly<Record<RollCallState | 'total' | 'accounted', number>>;

/** Each entry in one state, by what was known until `until`, or by everything. */
export function countsOf(entries: readonly Pick<Entry, 'marks' | 'signedOutAt'>[], until?: Date): RollCallCounts {
  const counts = {
    total: entries.length,
    accounted: 0,
    unanswered: 0,
    safe: 0,
    help: 0,
    missing: 0,
    not_on_site: 0,
    signed_out: 0,
  };
  for (const entry of entries) {
    const { state } = stateOf(entry, until);
    counts[state]++;
    if (isAccounted(state)) counts.accounted++;
  }
  return counts;
}
