import { aggregates, bytesOf, type Store } from '@guildhall/mongo';
import type { KeyRecord, KeyRecords } from '../../app/idempotency/records.ts';
import { expireBy } from './expiry.ts';
import { unlessLost } from './lost.ts';

/** Idempotency keys, one document each; the writes of a tick travel together. */
export async function keyRepository(store: Store): Promise<KeyRecords> {
  const keys = aggregates<KeyRecord>({ store, collection: 'idempotency_keys' });
  await keys.ready();
  await expireBy(keys.model.collection);
  return {
    async find(id) {
      const found = await keys.find(id);
      if (found === undefined) return undefined;
      const { answer, ...state } = found.state;
      return { ...state, version: found.version, ...(answer && { answer: bytesOf(answer) }) };
    },
    save: (id, version, record) => unlessLost(keys.save({ id, version, state: record })),
    remove: async (id, version) => void (await unlessLost(keys.remove(id, version))),
  };
}
