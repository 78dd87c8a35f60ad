import type { Connection } from 'mongoose';
import type { Lists } from '../../app/requests/ports.ts';
import { PAGE_SIZE } from '../../app/requests/read-source.ts';
import type { Addressee } from '../../domain/requests/send-request.ts';

type Kept = Readonly<{
  _id: string;
  listId: string;
  addressees: readonly Addressee[];
  keptAt: Date;
}>;

/** What a request that was never carried out left behind is forgotten then. */
const KEPT_SECONDS = 30 * 24 * 3_600;
const PAGES_AT_ONCE = 25;

/** Long lists of addressees, a page in a document. */
export async function listRepository(connection: Connection): Promise<Lists> {
  const kept = connection.collection<Kept>('request_lists');
  await kept.createIndex({ keptAt: 1 }, { name: 'expiry', expireAfterSeconds: KEPT_SECONDS });
  // All pages of a list that is done.
  await kept.createIndex({ listId: 1 }, { name: 'by_list' });
  return {
    put: async (listId, addressees, until) => {
      const keptAt = new Date(Math.max(Date.now(), until.getTime()));
      const pages = Array.from({ length: Math.ceil(addressees.length / PAGE_SIZE) }, (_, number) => ({
        replaceOne: {
          filter: { _id: pageId(listId, number) },
          replacement: { listId, addressees: addressees.slice(number * PAGE_SIZE, (number + 1) * PAGE_SIZE), keptAt },
          upsert: true,
        },
      }));
      for (let from = 0; from < pages.length; from += PAGES_AT_ONCE) {
        await kept.bulkWrite(pages.slice(from, from + PAGES_AT_ONCE), { ordered: false });
      }
    },
    page: async (listId, number) => (await kept.findOne({ _id: pageId(listId, number) }))?.addressees ?? [],
    drop: async (listId) => {
      await kept.deleteMany({ listId });
    },
  };
}

const pageId = (listId: string, number: number): string => `${listId}.${number}`;
