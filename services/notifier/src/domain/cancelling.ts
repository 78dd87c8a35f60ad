import { AppError } from '@guildhall/kernel';
import { KEPT_MS, type Outcome } from './delivery.ts';
import { isSettled, type Message } from './message.ts';

export const CANCELLED = 'cancelled';

/**
 * Stops a message that waits; undefined when it was stopped before. Throws `conflict` for one that is on its way
 * (`notifier.message_sending`) or has come to its end (`notifier.message_settled`).
 */
export function cancel(message: Message, at: Date): Outcome | undefined {
  if (message.status === 'cancelled') return undefined;
  if (isSettled(message)) {
    throw new AppError('conflict', 'notifier.message_settled', 'It is too late: the message has come to its end.');
  }
  if (message.status === 'sending') {
    throw new AppError('conflict', 'notifier.message_sending', 'It is too late: the message is being sent.');
  }
  const { sealed: _seal, heldFor: _held, digestId: _digest, ...rest } = message;
  const ended = { status: 'cancelled', reason: CANCELLED, endedAt: at } as const;
  const next: Message = { ...rest, ...ended, version: message.version + 1, dueAt: new Date(at.getTime() + KEPT_MS) };
  return { next, facts: [{ type: 'message-failed', message: next, reason: CANCELLED, at }] };
}
