import { type Aggregates, aggregates, relayed } from '@guildhall/mongo';
import type { Process } from '@guildhall/runtime';
import { attachmentRepository } from '../adapters/mongo/attachment.repository.ts';
import { messageIndexes, messageRepository } from '../adapters/mongo/message.repository.ts';
import type { MessageState } from '../adapters/mongo/message.state.ts';
import { recipientRepository } from '../adapters/mongo/recipient.repository.ts';
import { stopWordRepository } from '../adapters/mongo/stop-word.repository.ts';
import { updateRepository } from '../adapters/mongo/update.repository.ts';
import { toEnvelope } from '../adapters/nats/message.messages.ts';
import type { Attachments, MessageRepository, Posts, Recipients, StopWords, Updates } from '../app/ports.ts';
import type { Settings } from '../config.ts';

export type Stored = Readonly<{
  kept: Aggregates<MessageState>;
  messages: MessageRepository;
  recipients: Recipients;
  attachments: Attachments;
  updates: Updates & Posts;
  stopWords: StopWords;
}>;

/** What the notifier keeps, and the relay that says what it has to say. */
export async function openStored({ bus, store, life, log }: Process<Settings>): Promise<Stored> {
  const keep = relayed(
    bus,
    (offer) => ({
      kept: aggregates<MessageState>({ store, collection: 'messages', indexes: messageIndexes, offer }),
    }),
    { report: (error) => log.warn({ error }, 'relay') },
  );
  const { kept } = await life.hold('relay', keep, ({ relay }) => relay.close());
  const [attachments, updates] = await Promise.all([
    attachmentRepository(store.connection),
    updateRepository(store.connection),
  ]);
  return {
    kept,
    messages: messageRepository({ aggregates: kept, toEnvelope }),
    recipients: recipientRepository(store.connection),
    attachments,
    updates,
    stopWords: stopWordRepository(store.connection),
  };
}
