import type { Envelope } from '@guildhall/messaging';
import type { Aggregates } from '@guildhall/mongo';
import type { Books } from '../../app/ports.ts';
import type { Audited } from '../../domain/audit.ts';
import { type Book, type BookFact, bookId, emptyBook } from '../../domain/book.ts';

export const bookCollection = 'books';

export type BookState = Omit<Book, 'version'>;

type Deps = Readonly<{
  books: Aggregates<BookState>;
  toMessages: (said: BookFact | Audited) => readonly Envelope[];
}>;

export const bookRepository = ({ books, toMessages }: Deps): Books => ({
  read: async () => {
    const found = await books.find(bookId);
    return found ? { ...found.state, version: found.version } : emptyBook;
  },
  save: ({ version, ...state }, said) => books.save({ id: bookId, version, state, messages: said.flatMap(toMessages) }),
});
