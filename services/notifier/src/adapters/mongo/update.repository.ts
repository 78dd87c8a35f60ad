import { isDuplicateKey } from '@guildhall/mongo';
import type { Connection } from 'mongoose';
import { hash } from 'node:crypto';
import type { Post, Posts, Updates } from '../../app/ports.ts';
import type { Message } from '../../domain/message.ts';

type Keyed = Pick<Message, 'to' | 'updateKey'>;

type Kept = Readonly<{
  _id: string;
  /** The id of the latest message, and when that was asked for. */
  latest: string;
  askedAt: Date;
  post?: Post;
  keptAt: Date;
}>;

const KEPT_SECONDS = 90 * 24 * 3_600;

/** For each channel and key in Slack: which message is the latest, and where it stands. */
export async function updateRepository(connection: Connection): Promise<Updates & Posts> {
  const kept = connection.collection<Kept>('slack_updates');
  await kept.createIndex({ keptAt: 1 }, { name: 'expiry', expireAfterSeconds: KEPT_SECONDS });
  return {
    announce: async (order, id, at) => {
      const _id = idOf(order);
      const before = await kept.findOne({ _id });
      const change = { $set: { latest: id, askedAt: at, keptAt: new Date() } };
      try {
        await kept.updateOne({ _id, askedAt: { $lte: at } }, change, { upsert: true });
      } catch (error) {
        // A later one is known already, so the upsert ran into the key.
        if (isDuplicateKey(error, '_id_')) return undefined;
        throw error;
      }
      return before && before.latest !== id ? before.latest : undefined;
    },
    isLatest: async (message) => {
      const found = await kept.findOne({ _id: idOf(message) });
      return !found || found.latest === message.id;
    },
    find: async (message) => (await kept.findOne({ _id: idOf(message) }))?.post,
    put: async (message, post) => {
      await kept.updateOne({ _id: idOf(message) }, { $set: { post, keptAt: new Date() } });
    },
  };
}

const idOf = ({ to, updateKey = '' }: Keyed): string =>
  hash('sha256', JSON.stringify([to.toLowerCase(), updateKey]), 'base64url');
