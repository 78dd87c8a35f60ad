import { isDay } from '../../parts/is-day.ts';

export type View = 'day' | 'range' | 'exports';

export type ReportSearch = Readonly<{ site?: string; view?: View; date?: string; from?: string; to?: string }>;

const isView = (value: unknown): value is View => value === 'day' || value === 'range' || value === 'exports';

/** What of the address is an address of a report. */
export function reportSearch({ site, view, date, from, to }: Readonly<Record<string, unknown>>): ReportSearch {
  return {
    ...(typeof site === 'string' && site && { site }),
    ...(isView(view) && { view }),
    ...(isDay(date) && { date }),
    ...(isDay(from) && { from }),
    ...(isDay(to) && { to }),
  };
}
