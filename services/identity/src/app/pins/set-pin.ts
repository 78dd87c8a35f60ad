import { AppError, type Clock, type Handler, retryStale } from '@guildhall/kernel';
import { audited } from '../../domain/audit.ts';
import { assertStrong } from '../../domain/pin.ts';
import { auditOf, personOf } from '../caller.ts';
import type { PinCodes, Pins } from '../credential-ports.ts';
import type { Caller } from '../ports.ts';

export type SetPin = Readonly<{ pin: string; caller: Caller }>;

type Deps = Readonly<{ pins: Pins; pinCodes: PinCodes; clock: Clock }>;

const attempts = 20;

/** Sets the caller's PIN and gives the number that goes with it, which stays the same for good. */
export const setPinHandler = (deps: Deps): Handler<SetPin, string> => {
  const { pins, clock } = deps;
  return async ({ pin, caller }) => {
    assertStrong(pin);
    return retryStale(() => save(deps, caller, pin));
  };

  async function save({ pinCodes }: Deps, caller: Caller, pin: string): Promise<string> {
    const id = personOf(caller);
    const current = await pins.find(id);
    for (let attempt = 1; ; attempt += 1) {
      const number = current?.number ?? pinCodes.makeNumber();
      const pinHash = pinCodes.hash(id, pin);
      try {
        const setAt = clock.now();
        const next = { id, version: (current?.version ?? 0) + 1, number, pinHash, setAt };
        await pins.save(next, [audited(next, auditOf(caller, 'pin.set', id, setAt))]);
        return number;
      } catch (error) {
        if (!isNumberTaken(error) || attempt === attempts) throw error;
      }
    }
  }
};

const isNumberTaken = (error: unknown): boolean => error instanceof AppError && error.code === 'identity.number_taken';
