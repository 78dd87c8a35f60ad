import { AppError, type Clock, type Handler } from '@guildhall/kernel';
import { mask } from '../domain/aftermath.ts';
import { expire } from '../domain/delivery.ts';
import { isExpired, isSettled, type Message } from '../domain/message.ts';
import type { MessageRepository } from './ports.ts';
import type { Precedence } from './precedence.ts';
import type { Release, Released } from './rules/release-message.ts';
import type { Sender } from './sender.ts';

type Deps = Readonly<{
  messages: Pick<MessageRepository, 'find' | 'save'>;
  release: Release;
  sender: Pick<Sender, 'offer'>;
  precedence: Pick<Precedence, 'calm'>;
  clock: Clock;
}>;

/**
 * A message whose time has come: one that waited, a retry, a booked place, the claim of a process that died, or one to be
 * forgotten.
 */
export function takeDueMessageHandler({ messages, release, sender, precedence, clock }: Deps): Handler<string> {
  const decide = async (message: Message, now: Date): Promise<Released> => {
    if (isSettled(message)) return { outcome: mask(message) };
    if (message.status !== 'held' && isExpired(message, now)) return { outcome: expire(message, now) };
    return release(message, now);
  };
  const take = async (id: string, isCalled: boolean): Promise<void> => {
    const message = await messages.find(id);
    if (message?.lane !== 'emergency') await precedence.calm();
    const now = clock.now();
    if (!message?.dueAt || (message.dueAt > now && !(isCalled && message.status === 'held'))) return;
    const { outcome, andTake } = await decide(message, now);
    try {
      await messages.save(outcome);
    } catch (error) {
      // Another replica was faster: it has the message now.
      if (error instanceof AppError && error.kind === 'stale') return;
      throw error;
    }
    if (outcome.next.status === 'sending') sender.offer(outcome.next);
    if (andTake !== undefined) await take(andTake, true);
  };
  return (id) => take(id, false);
}
