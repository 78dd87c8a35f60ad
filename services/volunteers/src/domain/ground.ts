import type { Book } from './book.ts';
import type { OrgDays } from './org-day.ts';

/** What the organisation decided once. */
export type Policy = Readonly<{
  /** After how many days without joining somebody is reminded. */
  reminderDays: readonly number[];
  /** After how many days an invitation is given up. */
  giveUpDays: number;
  /** For how many days personal data of who has left is kept. */
  retentionDays: number;
}>;

/** What a decision about a volunteer stands on. */
export type Ground = Readonly<{ book: Book; policy: Policy; days: OrgDays; now: Date }>;

export const todayOf = ({ days, now }: Pick<Ground, 'days' | 'now'>): string => days.dayOf(now);
