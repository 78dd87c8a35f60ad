import type { Clock, Handler } from '@guildhall/kernel';
import { rename, type Visit } from '../../domain/visit.ts';
import type { People, Person, VisitRepository } from '../ports.ts';
import type { Presence } from '../visits/presence.ts';

type Deps = Readonly<{ people: People; visits: VisitRepository; presence: Presence; clock: Clock }>;

/** Keeps the copy of a person, and the name on the visits that are open. */
export const recordPersonHandler = ({ people, visits, presence, clock }: Deps): Handler<Omit<Person, 'snoozed'>> => {
  const renameVisit = async (visit: Visit, displayName: string): Promise<void> => {
    const { next, facts } = rename(visit, displayName, clock.now());
    await visits.save(next, facts);
    presence.note(next);
  };
  return async (person) => {
    if (!(await people.put(person))) return;
    const outdated = (await visits.openOf(person.id)).filter(({ displayName }) => displayName !== person.displayName);
    await Promise.all(outdated.map((visit) => renameVisit(visit, person.displayName)));
  };
};
