import type { IndexSpec } from '@guildhall/mongo';
import type { Person } from '../../domain/person.ts';

/** Beside the person, what lists and searches read: both follow from the names. */
export type PersonState = Omit<Person, 'id' | 'version'> & Readonly<{ sortName: string; searchText: string }>;

export const oneHandle = 'one_person_per_handle';

export const personIndexes: readonly IndexSpec[] = [
  // Handles are unique: the race of two people of one name ends here.
  { name: oneHandle, keys: { 'state.handle': 1 }, unique: true },
  // ListPeople: pages in the order of names.
  { name: 'people_by_name', keys: { 'state.sortName': 1, _id: 1 } },
  // ListPeople: search by the beginning of a contact.
  { name: 'people_by_contact', keys: { 'state.contacts.value': 1 } },
];
