import type { Aggregates } from '@guildhall/mongo';
import type { PagePosition, PeoplePage } from '../../app/ports.ts';
import { findAll } from './documents.ts';
import type { PersonState } from './person.collection.ts';

type Condition = Readonly<Record<string, unknown>>;

/** Pages of people in the order of their names. */
export const peopleQuery =
  (people: Aggregates<PersonState>) =>
  async ({ query, limit, after }: PeoplePage) => {
    const find = (more: readonly Condition[]) => {
      const $and = [...(after ? [following(after)] : []), ...matching(query), ...more, present];
      return findAll(people, { $and }, { sort: { 'state.sortName': 1, _id: 1 }, limit });
    };
    // Where a store sorts all that matches, few should match: most pages end within the letter they begin in.
    const within = query === '' ? upToNextLetter(after?.sortName ?? 'a') : undefined;
    const near = within ? await find([within]) : [];
    return near.length === limit ? near : find([]);
  };

// Who became somebody else, or was erased, is in no list.
const present: Condition = { 'state.status': { $in: ['active', 'disabled'] } };

const following = ({ sortName, id }: PagePosition): Condition => ({
  'state.sortName': { $gte: sortName },
  $or: [{ 'state.sortName': { $gt: sortName } }, { _id: { $gt: id } }],
});

function upToNextLetter(sortName: string): Condition | undefined {
  const letter = sortName.charCodeAt(0);
  return /^[a-z]/.test(sortName) ? { 'state.sortName': { $lt: String.fromCharCode(letter + 1) } } : undefined;
}

const mostWords = 8;

/** Every word somewhere in the names or the handle, or the whole as the beginning of a contact. */
function matching(query: string): readonly Condition[] {
  const words = query.split(/[\s,]+/).filter((word) => word !== '');
  if (words.length === 0) return [];
  const inNames = words.slice(0, mostWords).map((word) => ({ 'state.searchText': { $regex: escaped(word) } }));
  const isContact = { 'state.contacts.value': { $regex: `^${escaped(query.replace(/\s/g, ''))}` } };
  return [{ $or: [{ $and: inNames }, isContact] }];
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
