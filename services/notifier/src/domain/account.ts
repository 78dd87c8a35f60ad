import type { Message } from './message.ts';

/**
 * The one account that may still be asked to send it, because it may have it already and knows the message by its id;
 * undefined when none may have it.
 */
export const boundTo = ({ attempts }: Pick<Message, 'attempts'>): string | undefined =>
  attempts.find(({ unclear }) => unclear)?.provider;
