import { aggregates, type Offer, type Store } from '@guildhall/mongo';
import { chainCollection, chainIndexes, type ChainState } from '../adapters/mongo/chain.repository.ts';
import { requestCollection, requestIndexes } from '../adapters/mongo/request.repository.ts';
import type { RequestState } from '../adapters/mongo/request.state.ts';

/** Requests for many messages, and chains of questions. */
export const requestCollections = (store: Store, offer: Offer) => ({
  requests: aggregates<RequestState>({ store, collection: requestCollection, indexes: requestIndexes, offer }),
  chains: aggregates<ChainState>({ store, collection: chainCollection, indexes: chainIndexes, offer }),
});
