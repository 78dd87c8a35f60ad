export { type Aggregates, aggregates, type AggregatesOptions, type Offer } from './aggregates.ts';
export { DuplicateKey, isDuplicateKey } from './duplicate-key.ts';
export { type DueItems, dueItems, type DueItemsOptions } from './due-items.ts';
export { outboxes, relayed } from './relayed.ts';
export { insertOnce, repeated } from './repeated.ts';
export { connectStore, type Store, type StoreOptions } from './store.ts';
export { bytesOf, type IndexSpec, type Loaded, type Save, type Stored } from './stored.ts';
