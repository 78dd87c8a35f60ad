import type { NewId } from '@guildhall/kernel';
import { type Book, type Exclusion, roleOf } from './book.ts';
import type { BookChange } from './book-change.ts';
import { unknown } from './nearest.ts';
import { refusals } from './refusals.ts';
import { ruleRefusals } from './rule-refusals.ts';

export type NewExclusion = Readonly<{ roles: readonly string[]; reason: string }>;

/** Nobody gets both roles any more; who has them keeps them, and is listed. */
export function withExclusion(
  book: Book,
  { roles, reason }: NewExclusion,
  newId: NewId,
): BookChange & Readonly<{ exclusion: Exclusion }> {
  const [first = '', second = ''] = roles.map((key, index) => keyOf(book, key, `/roles/${index}`));
  if (first === second) throw refusals.field('/roles/1', 'must be another role');
  const isThere = book.exclusions.some((one) => one.roles.includes(first) && one.roles.includes(second));
  if (isThere) throw ruleRefusals.duplicateExclusion('/roles', 'exclude each other already');
  const exclusion: Exclusion = { id: newId(), roles: [first, second], reason: reason.trim() };
  const next = { ...book, exclusions: [...book.exclusions, exclusion] };
  return {
    next,
    exclusion,
    acts: [{ action: 'exclusion.added', subject: inWords(exclusion), after: exclusion.reason }],
  };
}

export function withoutExclusion(book: Book, id: string): BookChange {
  const exclusion = book.exclusions.find((one) => one.id === id);
  if (!exclusion) throw ruleRefusals.exclusionNotFound();
  const exclusions = book.exclusions.filter((one) => one !== exclusion);
  return { next: { ...book, exclusions }, acts: [{ action: 'exclusion.removed', subject: inWords(exclusion) }] };
}

function keyOf(book: Book, given: string, pointer: string): string {
  const role = roleOf(book, given.trim());
  if (role) return role.key;
  const keys = book.roles.map(({ key }) => key);
  throw refusals.unknownRole([{ pointer, detail: unknown(given, keys) }]);
}

const inWords = ({ roles }: Exclusion): string => roles.join(' and ');
