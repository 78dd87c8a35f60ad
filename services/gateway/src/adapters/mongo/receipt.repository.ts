import { aggregates, type Store } from '@guildhall/mongo';
import type { Receipts } from '../../app/webhooks/receive-webhook.ts';
import { expireBy } from './expiry.ts';
import { unlessLost } from './lost.ts';

type Receipt = Readonly<{ expiresAt: Date }>;

/** The requests of vendors that were taken, by the hash of their signature. */
export async function receiptRepository(store: Store): Promise<Receipts> {
  const receipts = aggregates<Receipt>({ store, collection: 'webhook_receipts' });
  await receipts.ready();
  await expireBy(receipts.model.collection);
  return {
    has: async (id) => (await receipts.find(id)) !== undefined,
    add: async (id, expiresAt) => void (await unlessLost(receipts.save({ id, version: 1, state: { expiresAt } }))),
  };
}
