import { AppError, type Clock, type Handler } from '@guildhall/kernel';
import { mask } from '../domain/aftermath.ts';
import { claim, expire, type Outcome, postpone } from '../domain/delivery.ts';
import { isExpired, isSettled, type Message } from '../domain/message.ts';
import type { MessageRepository, Outlets } from './ports.ts';
import type { Precedence } from './precedence.ts';
import type { Sender } from './sender.ts';

type Deps = Readonly<{
  messages: Pick<MessageRepository, 'find' | 'save'>;
  outlets: Pick<Outlets, 'waitMs'>;
  sender: Pick<Sender, 'offer'>;
  precedence: Pick<Precedence, 'calm'>;
  clock: Clock;
}>;

/** A message whose time has come: a retry, a booked place, the claim of a process that died, or to be forgotten. */
export function takeDueMessageHandler({ messages, outlets, sender, precedence, clock }: Deps): Handler<string> {
  const decide = (message: Message, now: Date): Outcome => {
    if (isSettled(message)) return mask(message);
    if (isExpired(message, now)) return expire(message, now);
    const waitMs = outlets.waitMs(message, true);
    return waitMs > 0 ? postpone(message, now, waitMs) : claim(message, now);
  };
  return async (id) => {
    const message = await messages.find(id);
    if (message?.lane !== 'emergency') await precedence.calm();
    const now = clock.now();
    if (!message?.dueAt || message.dueAt > now) return;
    const decided = decide(message, now);
    try {
      await messages.save(decided);
    } catch (error) {
      // Another replica was faster: it has the message now.
      if (error instanceof AppError && error.kind === 'stale') return;
      throw error;
    }
    if (decided.next.status === 'sending') sender.offer(decided.next);
  };
}
