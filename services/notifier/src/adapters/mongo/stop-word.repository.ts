import { isDuplicateKey } from '@guildhall/mongo';
import type { Connection } from 'mongoose';
import type { StopWords } from '../../app/ports.ts';

type Kept = Readonly<{ _id: string; word: 'stop' | 'start'; at: Date }>;

/** The last word of each number on being texted at all. */
export const stopWordRepository = (connection: Connection): StopWords => {
  const kept = connection.collection<Kept>('stop_words');
  return {
    record: async (number, word, at) => {
      try {
        await kept.updateOne({ _id: number, at: { $lte: at } }, { $set: { word, at } }, { upsert: true });
      } catch (error) {
        if (!isDuplicateKey(error, '_id_')) throw error;
      }
    },
  };
};
