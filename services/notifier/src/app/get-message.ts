import { AppError, type Handler } from '@guildhall/kernel';
import type { Message } from '../domain/message.ts';
import type { MessageRepository } from './ports.ts';

/** Throws `not-found`. */
export type GetMessage = Handler<string, Message>;

export const getMessageHandler =
  ({ messages }: Readonly<{ messages: Pick<MessageRepository, 'find'> }>): GetMessage =>
  async (id) => {
    const message = await messages.find(id);
    if (!message) throw new AppError('not-found', 'notifier.message_not_found', 'There is no such message.');
    return message;
  };
