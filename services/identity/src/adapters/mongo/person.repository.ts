import type { Envelope } from '@guildhall/messaging';
import { type Aggregates, isDuplicateKey } from '@guildhall/mongo';
import type { People } from '../../app/ports.ts';
import { type Person, type PersonFact, searchTextOf, sortNameOf } from '../../domain/person.ts';
import { refusals } from '../../domain/refusals.ts';
import { findById } from './documents.ts';
import { peopleQuery } from './people.query.ts';
import { oneHandle, type PersonState } from './person.collection.ts';

type Deps = Readonly<{ people: Aggregates<PersonState>; toMessage: (fact: PersonFact) => Envelope }>;

export const personRepository = ({ people, toMessage }: Deps): People => ({
  find: async (id) => {
    const found = await findById(people, id);
    return found && personOf(found);
  },
  save: async (person, facts) => {
    const { id, version, ...rest } = person;
    const state = { ...rest, sortName: sortNameOf(person), searchText: searchTextOf(person) };
    await people.save({ id, version, state, messages: facts.map(toMessage) }).catch((cause: unknown) => {
      throw isDuplicateKey(cause, oneHandle) ? refusals.handleTaken(cause) : cause;
    });
  },
  list: async (page) => (await peopleQuery(people)(page)).map(personOf),
});

function personOf({
  sortName: _sortName,
  searchText: _searchText,
  ...person
}: PersonState & Pick<Person, 'id' | 'version'>): Person {
  return person;
}
