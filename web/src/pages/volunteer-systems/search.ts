import { isDay } from '../../parts/is-day.ts';

export const groups = ['', 'area', 'district', 'branch', 'role', 'week'] as const;

export type StatsSearch = Readonly<{ from?: string; to?: string; groupBy?: (typeof groups)[number] }>;

/** Which days, and by what they are told apart. */
export function statsSearch({ from, to, groupBy }: Record<string, unknown>): StatsSearch {
  const group = groups.find((one) => one === groupBy);
  return { ...(isDay(from) && { from }), ...(isDay(to) && { to }), ...(group && { groupBy: group }) };
}
