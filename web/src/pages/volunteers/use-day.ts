import { useTimes } from '../../words/times.ts';

/** A day such as "2026-03-31" in words. It is the same day wherever it is read. */
export function useDay(): (day: string) => string {
  const { day } = useTimes('UTC');
  return (value) => (value ? day(value) : '');
}
