import { type NewId, retryStale } from '@guildhall/kernel';
import { type Book, bookId } from '../../domain/book.ts';
import type { BookAct, BookChange } from '../../domain/book-change.ts';
import { differenceOf } from '../../domain/consequences.ts';
import { refusals } from '../../domain/refusals.ts';
import { ruleRefusals } from '../../domain/rule-refusals.ts';
import type { Books, Caller } from '../ports.ts';
import { auditedAct } from '../volunteers/acts.ts';
import { type Consequences, type WeighDeps, weighChange } from './weigh-change.ts';

export type RuleDeps = WeighDeps & Readonly<{ books: Books; newId: NewId }>;

/** `confirmRemoved` is how many accesses are to be taken; `version` the one that was read, 0 for any. */
export type Asked = Readonly<{ caller: Caller; confirmRemoved?: number; version?: number }>;

export type Changed<Change extends BookChange> = Readonly<{ book: Book; change: Change; consequences?: Consequences }>;

// More entries of one save than an aggregate's messages have room for are told as one.
const mostEntries = 100;

/**
 * Stores the next version of the book, with who changed what. What takes something is weighed first, and refused where
 * it takes from more people than may lose something unless somebody says how much.
 */
export const changeBook = <Change extends BookChange>(
  deps: RuleDeps,
  { caller, confirmRemoved = 0, version = 0 }: Asked,
  decide: (book: Book) => Change | Promise<Change>,
): Promise<Changed<Change>> =>
  retryStale(async () => {
    const book = await deps.books.read();
    if (version !== 0 && version !== book.version) throw refusals.versionConflict();
    const change = await decide(book);
    if (change.next === book) return { book, change };
    const next: Book = { ...change.next, version: book.version + 1 };
    const difference = differenceOf(book, next);
    const consequences = difference.takes ? await weighChange(deps, difference, next) : undefined;
    if (consequences?.needsConfirmation && consequences.removed !== confirmRemoved) {
      throw ruleRefusals.tooManyRemovals(consequences);
    }
    const at = deps.clock.now();
    const of = { id: bookId, version: next.version };
    const entries = told(change.acts).map((act) => auditedAct(of, at, caller, act));
    await deps.books.save(next, [{ type: 'rules-changed', book: next, roleKeys: difference.roleKeys, at }, ...entries]);
    return { book: next, change, ...(consequences && { consequences }) };
  });

const told = (acts: readonly BookAct[]): readonly BookAct[] =>
  acts.length <= mostEntries
    ? acts
    : [{ action: 'rules.changed', subject: 'rules', after: `${acts.length} rules at once` }];
