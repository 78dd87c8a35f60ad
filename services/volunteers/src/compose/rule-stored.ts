import { aggregates, type Offer, type Store } from '@guildhall/mongo';
import { bookCollection, bookRepository, type BookState } from '../adapters/mongo/book.repository.ts';
import { importCollection, importRepository, type ImportState } from '../adapters/mongo/import.repository.ts';
import { managerCollection, type ManagerState, scopeRepository } from '../adapters/mongo/scope.repository.ts';
import type { saidMessages } from '../adapters/nats/said.messages.ts';

/** The book of rules, who is limited to places, and imports. */
export const ruleCollections = (store: Store, offer: Offer) => ({
  books: aggregates<BookState>({ store, collection: bookCollection, offer }),
  imports: aggregates<ImportState>({ store, collection: importCollection, offer }),
  managers: aggregates<ManagerState>({ store, collection: managerCollection, offer }),
});

type Kept = ReturnType<typeof ruleCollections>;

export const ruleRepositories = (kept: Kept, toMessages: ReturnType<typeof saidMessages>) => ({
  books: bookRepository({ books: kept.books, toMessages }),
  imports: importRepository({ imports: kept.imports, toMessages }),
  scopes: scopeRepository({ managers: kept.managers, toMessages }),
});
