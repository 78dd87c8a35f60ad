import type { Handler } from '@guildhall/kernel';
import { isGone, type Person, sortNameOf } from '../../domain/person.ts';
import type { People } from '../ports.ts';

const pageSize = 200;
const fewContacts = 2;
const mostGroups = 200;

/** People of the same names, accents and case aside, of whom one at least has hardly a way in: the oldest first. */
export const listDuplicatesHandler =
  ({ people }: Readonly<{ people: People }>): Handler<void, readonly (readonly Person[])[]> =>
  async () => {
    const byName = new Map<string, Person[]>();
    for (let last = ''; ;) {
      const page = await people.after(last, pageSize);
      for (const person of page.filter((one) => !isGone(one))) {
        const name = sortNameOf(person);
        byName.set(name, [...(byName.get(name) ?? []), person]);
      }
      last = page.at(-1)?.id ?? '';
      if (page.length < pageSize) break;
    }
    return [...byName.values()]
      .filter((group) => group.length > 1 && group.some(({ contacts }) => contacts.length < fewContacts))
      .slice(0, mostGroups)
      .map((group) => group.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime()));
  };
