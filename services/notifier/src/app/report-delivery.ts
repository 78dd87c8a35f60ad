import { AppError, type Handler } from '@guildhall/kernel';
import { bounce, deliver } from '../domain/aftermath.ts';
import { isSettled } from '../domain/message.ts';
import type { MessageRepository } from './ports.ts';
import type { NoteBounce } from './rules/ports.ts';

export type DeliveryReport = Readonly<{ messageId: string; delivered: boolean; code: string; at: Date }>;

type Deps = Readonly<{ messages: Pick<MessageRepository, 'find' | 'save'>; noteBounce: NoteBounce }>;

/** What a provider says of a message that it took; what it says of any other is dropped. */
export const reportDeliveryHandler =
  ({ messages, noteBounce }: Deps): Handler<DeliveryReport> =>
  async ({ messageId, delivered, code, at }) => {
    const message = await messages.find(messageId);
    if (!message) return;
    // The provider was faster than our own note that it took the message.
    if (!isSettled(message)) throw new AppError('stale', 'notifier.not_sent_yet', 'The message is being sent.');
    if (!delivered && code && message.to) await noteBounce({ channel: message.channel, to: message.to, code, at });
    const decided = delivered ? deliver(message, at) : bounce(message, code, at);
    if (decided) await messages.save(decided);
  };
