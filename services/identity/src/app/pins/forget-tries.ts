import { type Clock, type Handler, retryStale } from '@guildhall/kernel';
import { triesOverAt } from '../../domain/pin.ts';
import type { PinTriesStore } from '../credential-ports.ts';

/** Forgets the tries of a number once they no longer matter. */
export const forgetTriesHandler =
  ({ pinTries, clock }: Readonly<{ pinTries: PinTriesStore; clock: Clock }>): Handler<string> =>
  (number) =>
    retryStale(async () => {
      const current = await pinTries.find(number);
      if (current && triesOverAt(current) <= clock.now()) await pinTries.remove(current);
    });
