import { succeed } from '../domain/delivery.ts';
import { isSettled } from '../domain/message.ts';
import type { MessageRepository, Note } from './ports.ts';
import type { Record } from './record-outcome.ts';

type Deps = Readonly<{ messages: Pick<MessageRepository, 'find'>; record: Record }>;

/** At start: what a process that died had brought to a provider, and could not store any more, is stored now. */
export const recallAcceptedHandler =
  ({ messages, record }: Deps) =>
  async (notes: readonly Note[]): Promise<void> => {
    const recall = async ({ messageId, attempt }: Note): Promise<void> => {
      const message = await messages.find(messageId);
      if (!message || isSettled(message)) return;
      await record(message, (latest) => succeed(latest, attempt, attempt.at));
    };
    await Promise.all(notes.map(recall));
  };
