import type { Handler } from '@guildhall/kernel';
import type { Person } from '../../domain/person.ts';
import { refusals } from '../../domain/refusals.ts';
import type { People } from '../ports.ts';

export type GetPerson = Readonly<{ personId: string }>;

export const getPersonHandler =
  ({ people }: Readonly<{ people: People }>): Handler<GetPerson, Person> =>
  async ({ personId }) => {
    const person = await people.find(personId);
    if (!person || person.status === 'erased') throw refusals.personNotFound();
    return person;
  };
