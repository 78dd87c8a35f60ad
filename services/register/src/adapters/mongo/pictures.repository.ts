import { finished } from 'node:stream/promises';
import { type Connection, mongo } from 'mongoose';
import type { Pictures } from '../../app/visitors/ports.ts';

/** Pictures in GridFS, by an id of ours. */
export function picturesRepository(connection: Connection): Pictures {
  const { db } = connection;
  if (!db) throw new Error('the store is not connected');
  const bucket = new mongo.GridFSBucket(db, { bucketName: 'pictures' });
  const stored = (filename: string) => bucket.find({ filename }, { batchSize: 10 }).toArray();
  const drop = async (filename: string): Promise<void> => {
    for (const { _id } of await stored(filename)) await bucket.delete(_id).catch(ignoreMissing);
  };
  return {
    put: async (id, { contentType, bytes }) => {
      const earlier = await stored(id);
      const upload = bucket.openUploadStream(id, { metadata: { contentType } });
      upload.end(bytes);
      await finished(upload);
      for (const { _id } of earlier) await bucket.delete(_id).catch(ignoreMissing);
    },
    find: async (id) => {
      const latest = (await stored(id)).sort((a, b) => b.uploadDate.getTime() - a.uploadDate.getTime())[0];
      if (!latest) return undefined;
      const bytes = Buffer.concat(await bucket.openDownloadStream(latest._id).toArray());
      return { contentType: String(latest.metadata?.['contentType']), bytes };
    },
    remove: async (ids) => {
      for (const id of ids) await drop(id);
    },
  };
}

/** Somebody else deleted it a moment ago. */
function ignoreMissing(error: unknown): void {
  if (!(error instanceof mongo.MongoRuntimeError)) throw error;
}
