import { AppError } from '@guildhall/kernel';
import type { Envelope } from '@guildhall/messaging';
import type { Aggregates } from '@guildhall/mongo';
import type { ExportMail, ExportMails } from '../../app/reports/ports.ts';

export const exportMailCollection = 'export_mails';
export type ExportMailState = Readonly<{ at: Date }>;

type Deps = Readonly<{ mails: Aggregates<ExportMailState>; toMessage: (mail: ExportMail) => Envelope }>;

// Longer than messages are kept for a replay.
const keptMs = 48 * 3_600_000;

/** Each mail is a document, for its file is in its outbox; after two days it is due, and removed. */
export function exportMailRepository({ mails, toMessage }: Deps) {
  const repository: ExportMails = {
    send: async (mail) => {
      const { id, at } = mail;
      const dueAt = new Date(at.getTime() + keptMs);
      await mails.save({ id, version: 1, state: { at }, messages: [toMessage(mail)], dueAt }).catch(wasAsked);
    },
  };
  const remove = async (id: string): Promise<void> => {
    const found = await mails.find(id);
    if (found) await mails.remove(id, found.version);
  };
  return { repository, remove };
}

/** Somebody asked for this mail before. */
function wasAsked(error: unknown): void {
  if (!(error instanceof AppError) || error.kind !== 'stale') throw error;
}
