import type { Person } from './person.ts';
import { member } from './roles.ts';

const dayMs = 24 * 3_600_000;
const unseenMs = 90 * dayMs;
const newcomerMs = 30 * dayMs;

/** When this person was seen last, as far as their record says. */
export function lastSeenOf({ createdAt, lastLoginAt, lastVisitDate }: Person): Date {
  // The day of a visit ends after it everywhere: nobody is forgotten half a day early.
  const visit = lastVisitDate ? Date.parse(`${lastVisitDate}T00:00:00Z`) + 2 * dayMs : 0;
  return new Date(Math.max(createdAt.getTime(), lastLoginAt?.getTime() ?? 0, visit));
}

/** Whether the person is one whom nobody has seen for 90 days, and nobody counts on. */
export function isForgotten(person: Person, at: Date): boolean {
  const isPlain = person.roles.every((role) => role === member) && person.source !== 'directory';
  const isThere = (person.status === 'active' || person.status === 'disabled') && !person.mergeId;
  const isNewcomer = at.getTime() - person.createdAt.getTime() < newcomerMs;
  return isPlain && isThere && !isNewcomer && isUnseen(lastSeenOf(person), at);
}

export const isUnseen = (seenAt: Date, at: Date): boolean => at.getTime() - seenAt.getTime() >= unseenMs;
