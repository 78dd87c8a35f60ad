import { AppError } from '@guildhall/kernel';
import type { Outcome } from '../domain/delivery.ts';
import { isSettled, type Message } from '../domain/message.ts';
import type { MessageRepository } from './ports.ts';

/** Stores what a decision makes of the message, however often the store has to be asked. */
export type Record = (message: Message, decide: (latest: Message) => Outcome) => Promise<void>;

type Deps = Readonly<{
  messages: MessageRepository;
  /** Waits before the nth repeat. */ pause: (n: number) => Promise<void>;
}>;

/**
 * What a provider answered must not be forgotten: an unrecorded success is sent again. So an unavailable store is asked
 * until it answers, and a newer version (a claim renewed meanwhile) gets the same decision.
 */
export function recordOutcome({ messages, pause }: Deps): Record {
  return async (message, decide) => {
    let latest = message;
    for (let tries = 1; ; tries += 1) {
      try {
        return await messages.save(decide(latest));
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        if (error.kind !== 'stale' && error.kind !== 'unavailable') throw error;
        await pause(tries);
        const found = await messages.find(message.id).catch(() => latest);
        if (!found || isSettled(found)) return;
        latest = found;
      }
    }
  };
}
