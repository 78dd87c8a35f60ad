import { isDuplicateKey } from '@guildhall/mongo';
import type { Connection } from 'mongoose';
import { hash } from 'node:crypto';
import type { Post, Threads } from '../../app/ports.ts';
import type { Message } from '../../domain/message.ts';

type Kept = Readonly<{ _id: string; post: Post; keptAt: Date }>;

const KEPT_SECONDS = 90 * 24 * 3_600;

/** For each channel and thread key in Slack: where the thread began. */
export async function threadRepository(connection: Connection): Promise<Threads> {
  const kept = connection.collection<Kept>('slack_threads');
  await kept.createIndex({ keptAt: 1 }, { name: 'expiry', expireAfterSeconds: KEPT_SECONDS });
  return {
    find: async (message) => (await kept.findOne({ _id: idOf(message) }))?.post,
    begin: async (message, post) => {
      try {
        await kept.insertOne({ _id: idOf(message), post, keptAt: new Date() });
      } catch (error) {
        if (!isDuplicateKey(error, '_id_')) throw error;
      }
    },
  };
}

const idOf = ({ to, threadKey = '' }: Pick<Message, 'to' | 'threadKey'>): string =>
  hash('sha256', JSON.stringify([to.toLowerCase(), threadKey]), 'base64url');
