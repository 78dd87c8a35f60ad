import { type Clock, retryStale } from '@guildhall/kernel';
import { markRead } from '../../domain/aftermath.ts';
import type { MessageRepository } from '../ports.ts';

/** Notes on messages that they were read; those that are gone, or known to be read, are passed over. */
export type MarkRead = (messageIds: readonly string[]) => Promise<void>;

type Deps = Readonly<{ messages: Pick<MessageRepository, 'find' | 'save'>; clock: Clock }>;

export const markReadHandler =
  ({ messages, clock }: Deps): MarkRead =>
  async (ids) => {
    const mark = (id: string): Promise<void> =>
      retryStale(async () => {
        const message = await messages.find(id);
        const decided = message && markRead(message, clock.now());
        if (decided) await messages.save(decided);
      });
    await Promise.all(ids.map(mark));
  };
