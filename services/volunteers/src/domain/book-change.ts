import type { AuditEntry } from './audit.ts';
import type { Book } from './book.ts';

/** What is written down about a change of the book. */
export type BookAct = Pick<AuditEntry, 'action' | 'subject'> & Partial<Pick<AuditEntry, 'before' | 'after'>>;

/** The book after a change, and what was done; the same book where nothing changes. */
export type BookChange = Readonly<{ next: Book; acts: readonly BookAct[] }>;

export const noChange = (book: Book): BookChange => ({ next: book, acts: [] });

/** The parts of `change` that say something, on top of `current`. */
export function merged<Item extends object>(
  current: Item,
  change: { [Key in keyof Item]?: Item[Key] | undefined },
): Item {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  return { ...current, ...Object.fromEntries(given) };
}

/** The fields that differ, in words: `active=false, label=Helper`. */
export const inFields = <Item extends object>(item: Item, keys: readonly (keyof Item & string)[]): string =>
  keys.map((key) => `${key}=${String(item[key] ?? '')}`).join(', ');

export const differing = <Item extends object>(
  before: Item,
  after: Item,
  keys: readonly (keyof Item & string)[],
): readonly (keyof Item & string)[] => keys.filter((key) => before[key] !== after[key]);
