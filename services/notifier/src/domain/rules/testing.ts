/** Zones that change their clocks at different times and by different amounts, and some that never do. */
export const zones = [
  'Europe/London',
  'Europe/Lisbon',
  'America/New_York',
  'America/St_Johns',
  'America/Santiago',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Africa/Casablanca',
] as const;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const formats = new Map<string, Intl.DateTimeFormat>();
const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone);
  if (known) return known;
  const digits = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, ...digits, hourCycle: 'h23' });
  formats.set(timeZone, made);
  return made;
};

/** "2026-03-29 01:59" on the wall, by the platform's own calendar: shares nothing with what it is compared to. */
export function wallText(timeZone: string, at: number): string {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return `${of('year')}-${of('month')}-${of('day')} ${of('hour')}:${of('minute')}`;
}

/** The first minute at which the wall shows that time or a later one, found by looking at one minute after the other. */
export function firstMinuteAt(timeZone: string, date: string, time: string): number {
  const wanted = `${date} ${time}`;
  let at = Date.parse(`${date}T${time}:00Z`) - 27 * HOUR_MS;
  // By hours to just before, then by minutes.
  while (wallText(timeZone, at + 2 * HOUR_MS) < wanted) at += HOUR_MS;
  while (wallText(timeZone, at) < wanted) at += MINUTE_MS;
  return at;
}

export const dateAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T12:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

export const weekdayOf = (date: string): number => new Date(`${date}T12:00:00Z`).getUTCDay() || 7;

/** Moments around which the clocks of a zone change in 2026 and 2027; any moment where they never do. */
export function changesOf(timeZone: string): readonly number[] {
  const offset = (at: number): number => Date.parse(`${wallText(timeZone, at).replace(' ', 'T')}:00Z`) - at;
  const days = Array.from({ length: 2 * 365 }, (_, day) => Date.UTC(2026, 0, 1) + day * DAY_MS);
  const changes = days.filter((day) => offset(day) !== offset(day + DAY_MS));
  return changes.length > 0 ? changes : days.slice(0, 1);
}
