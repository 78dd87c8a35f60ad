import { type Clock, type Handler, retryStale } from '@guildhall/kernel';
import { secondsUntil } from '../../domain/challenge.ts';
import { credentialRefusals as refusals } from '../../domain/credential-refusals.ts';
import type { Person } from '../../domain/person.ts';
import { countFailure, forgive, isUsable, lockOf } from '../../domain/pin.ts';
import type { PinCodes, Pins, PinTriesStore } from '../credential-ports.ts';
import type { People } from '../ports.ts';

export type FindByPin = Readonly<{ number: string; pin: string }>;

type Deps = Readonly<{ pins: Pins; pinTries: PinTriesStore; pinCodes: PinCodes; people: People; clock: Clock }>;

/** A number that nobody has takes the same steps as a wrong PIN: a kiosk tells nobody who exists. */
export const findByPinHandler =
  ({ pins, pinTries, pinCodes, people, clock }: Deps): Handler<FindByPin, Person> =>
  ({ number, pin }) =>
    retryStale(async () => {
      const at = clock.now();
      const tries = await pinTries.find(number);
      const locked = lockOf(tries, at);
      if (locked) throw refusals.pinLocked(secondsUntil(locked, at));
      const found = await pins.findByNumber(number);
      const usable = isUsable(found) ? found : undefined;
      const person = await people.find(usable?.id ?? 'nobody');
      const isRight = pinCodes.matches(usable, pin);
      if (isRight && person?.status === 'active') {
        const forgiven = forgive(tries, at);
        if (forgiven) await pinTries.save(forgiven);
        return person;
      }
      const counted = countFailure(tries, number, at);
      await pinTries.save(counted);
      if (counted.lockedUntil) throw refusals.pinLocked(secondsUntil(counted.lockedUntil, at));
      throw refusals.wrongPin();
    });
