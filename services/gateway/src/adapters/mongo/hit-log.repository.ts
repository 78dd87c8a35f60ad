import { aggregates, type Store } from '@guildhall/mongo';
import type { HitLogs } from '../../app/limits/limiter.ts';
import { expireBy } from './expiry.ts';
import { unlessLost } from './lost.ts';

type Log = Readonly<{ hits: readonly number[]; expiresAt: Date }>;

/** The requests counted against rate limits, one document per caller and limit. */
export async function hitLogRepository(store: Store): Promise<HitLogs> {
  const logs = aggregates<Log>({ store, collection: 'rate_limits' });
  await logs.ready();
  await expireBy(logs.model.collection);
  return {
    async find(key) {
      const found = await logs.find(key);
      return found && { version: found.version, hits: found.state.hits };
    },
    save: (key, version, hits, expiresAt) => unlessLost(logs.save({ id: key, version, state: { hits, expiresAt } })),
  };
}
