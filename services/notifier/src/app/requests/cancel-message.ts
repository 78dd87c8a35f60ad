import { AppError, type Clock, type Handler, retryStale } from '@guildhall/kernel';
import { cancel } from '../../domain/cancelling.ts';
import type { MessageRepository } from '../ports.ts';

type Deps = Readonly<{ messages: Pick<MessageRepository, 'find' | 'save'>; clock: Clock }>;

/** Stops one message. Throws `not-found`, and `conflict` where it is too late. */
export const cancelMessageHandler =
  ({ messages, clock }: Deps): Handler<string> =>
  (id) =>
    retryStale(async () => {
      const message = await messages.find(id);
      if (!message) throw new AppError('not-found', 'notifier.message_not_found', 'There is no such message.');
      const decided = cancel(message, clock.now());
      if (decided) await messages.save(decided);
    });
