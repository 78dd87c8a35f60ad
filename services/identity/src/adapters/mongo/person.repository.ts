import type { Envelope } from '@guildhall/messaging';
import { type Aggregates, isDuplicateKey } from '@guildhall/mongo';
import type { People } from '../../app/ports.ts';
import type { Audited } from '../../domain/audit.ts';
import { dueOf, type Person, type PersonFact, searchTextOf, sortNameOf, unsaid } from '../../domain/person.ts';
import { refusals } from '../../domain/refusals.ts';
import { entityOf, findAll, findById } from './documents.ts';
import { peopleQuery } from './people.query.ts';
import { oneHandle, type PersonState } from './person.collection.ts';

type Deps = Readonly<{ people: Aggregates<PersonState>; toMessage: (fact: PersonFact | Audited) => Envelope }>;

export const personRepository = ({ people, toMessage }: Deps): People => ({
  find: async (id) => {
    const found = await findById(people, id);
    return found && personOf(found);
  },
  save: async (person, facts) => {
    const { id, version, ...rest } = person;
    const state = { ...rest, sortName: sortNameOf(person), searchText: searchTextOf(person) };
    const dueAt = dueOf(person);
    await people.save({ id, version, state, messages: facts.map(toMessage), dueAt }).catch((cause: unknown) => {
      throw isDuplicateKey(cause, oneHandle) ? refusals.handleTaken(cause) : cause;
    });
  },
  remove: ({ id, version }) => people.remove(id, version),
  among: async (ids) => (await people.findMany(ids)).map(entityOf).map(personOf),
  unreached: async (limit) => (await findAll(people, { 'state.isReachSaid': { $ne: true } }, { limit })).map(personOf),
  after: async (id, limit) => (await findAll(people, { _id: { $gt: id } }, { sort: { _id: 1 }, limit })).map(personOf),
  list: async (page) => (await peopleQuery(people)(page)).map(personOf),
});

function personOf({
  sortName: _sortName,
  searchText: _searchText,
  ...person
}: PersonState & Pick<Person, 'id' | 'version'>): Person {
  return { ...unsaid, ...person };
}
