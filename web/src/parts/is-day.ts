/** True of "2026-03-02", and not of a day that the calendar does not have. */
export const isDay = (day: unknown): day is string =>
  typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) && isOfCalendar(day);

// What the calendar does not have is read as a day of the next month, or not at all.
function isOfCalendar(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
