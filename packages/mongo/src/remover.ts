import { AppError } from '@guildhall/kernel';
import type { mongo } from 'mongoose';
import { inTime } from './in-time.ts';
import { repeated } from './repeated.ts';
import { staleVersion } from './save-outcome.ts';
import type { Stored } from './stored.ts';

type Seen = Readonly<{ version: number; outboxAt?: Date }>;

/**
 * Deletes aggregates whose messages have reached their streams. Those that never had any need no question about
 * `confirmedBefore`.
 */
export function remover<State>(collection: mongo.Collection<Stored<State>>, confirmedBefore: () => Promise<Date>) {
  const deleted = async (filter: object): Promise<boolean> => {
    const { deletedCount } = await repeated(() =>
      collection.deleteOne(filter as never, { ordered: true, ...inTime() }),
    );
    return deletedCount === 1;
  };

  const find = (id: string): Promise<Seen | null> =>
    collection.findOne<Seen>({ _id: id } as never, { projection: { version: 1, outboxAt: 1 }, ...inTime() });

  return async (id: string, version: number): Promise<void> => {
    if (await deleted({ _id: id, version, outboxAt: { $exists: false } })) return;
    const seen = await find(id);
    if (!seen) return;
    if (seen.version !== version) throw staleVersion();
    const before = await confirmedBefore();
    if (seen.outboxAt && seen.outboxAt >= before) throw outboxWaiting();
    if (await deleted({ _id: id, version })) return;
    if (await find(id)) throw staleVersion();
  };
}

const outboxWaiting = (): AppError =>
  new AppError('unavailable', 'store.outbox_waiting', 'Messages of this wait to be sent.', { retryAfterSeconds: 1 });
