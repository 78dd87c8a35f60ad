import type { Connection } from 'mongoose';
import type { Attachments } from '../../app/ports.ts';

type Kept = Readonly<{
  _id: string;
  /** Contents in base64, as everything that is bytes in this store. */
  files: readonly Readonly<{ name: string; contentType: string; content: string }>[];
  keptAt: Date;
}>;

const KEPT_SECONDS = 2 * 24 * 3_600;

/** What hangs on mails that wait, apart from the messages themselves: those are written often and listed. */
export async function attachmentRepository(connection: Connection): Promise<Attachments> {
  const kept = connection.collection<Kept>('attachments');
  // Those whose mail was never sent.
  await kept.createIndex({ keptAt: 1 }, { name: 'expiry', expireAfterSeconds: KEPT_SECONDS });
  return {
    put: async (messageId, attachments, sentAt = new Date()) => {
      const files = attachments.map(({ content, ...file }) => ({ ...file, content: toBase64(content) }));
      const keptAt = new Date(Math.max(Date.now(), sentAt.getTime()));
      await kept.updateOne({ _id: messageId }, { $set: { files, keptAt } }, { upsert: true });
    },
    get: async (messageId) => {
      const found = await kept.findOne({ _id: messageId });
      return (found?.files ?? []).map(({ content, ...file }) => ({ ...file, content: Buffer.from(content, 'base64') }));
    },
    drop: async (messageId) => {
      await kept.deleteOne({ _id: messageId });
    },
  };
}

const toBase64 = ({ buffer, byteOffset, byteLength }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('base64');
