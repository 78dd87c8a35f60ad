import type { Clock } from '@guildhall/kernel';
import { dueAt } from '../../domain/due.ts';
import type { Ground, Policy } from '../../domain/ground.ts';
import type { OrgDays } from '../../domain/org-day.ts';
import { settle } from '../../domain/settle.ts';
import type { Outcome, Volunteer } from '../../domain/volunteer.ts';
import type { Books, Said, Volunteers } from '../ports.ts';

export type Grounds = Readonly<{ books: Books; policy: Policy; days: OrgDays; clock: Clock }>;

export const groundOf = async ({ books, policy, days, clock }: Grounds): Promise<Ground> => ({
  book: await books.read(),
  policy,
  days,
  now: clock.now(),
});

export type Storing = Grounds & Readonly<{ volunteers: Volunteers; nudge: () => void }>;

/**
 * Stores what became of a volunteer: settled on the ground, one version on, due when there is something to do. `said`
 * makes what else is told, of the volunteer as stored.
 */
export async function store(
  { volunteers, nudge }: Pick<Storing, 'volunteers' | 'nudge'>,
  loaded: Volunteer | undefined,
  outcome: Outcome,
  ground: Ground,
  said: (volunteer: Volunteer) => readonly Said[] = () => [],
): Promise<Volunteer> {
  const settled = settle(outcome.next, ground);
  const next: Volunteer = { ...settled.next, version: (loaded?.version ?? 0) + 1 };
  const facts = [...outcome.facts, ...settled.facts].map((fact) => ({ ...fact, volunteer: next }));
  await volunteers.save(next, [...facts, ...said(next)], dueAt(next, ground));
  nudge();
  return next;
}
