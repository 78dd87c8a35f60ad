import type { Decision } from '@guildhall/kernel';
import { type Person, type PersonFact, unsaid } from './person.ts';

/** Nothing of the person is left in this but its id. Undefined when that is so already. */
export function erasePerson(current: Person, at: Date): Decision<Person, PersonFact> | undefined {
  if (current.status === 'erased') return undefined;
  const { id, version, kind, createdAt } = current;
  const person: Person = {
    ...unsaid,
    id,
    version: version + 1,
    kind,
    createdAt,
    handle: `erased-${id.slice(-12).toLowerCase()}`,
    firstName: '',
    lastName: '',
    roles: [],
    flags: {},
    contacts: [],
    status: 'erased',
    reminders: false,
    isReachSaid: true,
    credentialsFrom: new Date(at.getTime() + 1),
    erasedAt: at,
    leftContactIds: current.contacts.map((contact) => contact.id),
  };
  const types = ['person-updated', 'person-reachable', 'person-erased'] as const;
  return { next: person, facts: types.map((type) => ({ type, person, at })) };
}

/** What belonged to the person is gone too. */
export const cleared = ({ leftContactIds: _contacts, ...current }: Person): Person => ({
  ...current,
  version: current.version + 1,
  isCleared: true,
});
