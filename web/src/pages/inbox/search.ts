export const filters = ['unspecified', 'unread', 'snoozed', 'archived'] as const;
export type Filter = (typeof filters)[number];

const shown: readonly unknown[] = filters;

/** What of the inbox is shown; the inbox itself when nothing is said. */
export const inboxSearch = ({ show }: Record<string, unknown>): { show?: Filter } =>
  shown.includes(show) && show !== 'unspecified' ? { show: show as Filter } : {};

/** The end of a snooze, at nine in the morning where it is not a matter of hours. */
export function snoozeUntil(choice: 'hour' | 'tomorrow' | 'week', now: Date): Date {
  if (choice === 'hour') return new Date(now.getTime() + 3_600_000);
  const days = choice === 'tomorrow' ? 1 : 7;
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 9);
}
