import { AppError, type Clock, type Handler } from '@guildhall/kernel';
import { assertStrong } from '../../domain/pin.ts';
import { auditOf, personOf } from '../caller.ts';
import type { PinCodes, Pins } from '../credential-ports.ts';
import type { Audits, Caller } from '../ports.ts';
import { retryStale } from '../retry-stale.ts';

export type SetPin = Readonly<{ pin: string; caller: Caller }>;

type Deps = Readonly<{ pins: Pins; pinCodes: PinCodes; audits: Audits; clock: Clock }>;

const attempts = 20;

/** Sets the caller's PIN and gives the number that goes with it, which stays the same for good. */
export const setPinHandler = (deps: Deps): Handler<SetPin, string> => {
  const { pins, audits, clock } = deps;
  return async ({ pin, caller }) => {
    assertStrong(pin);
    const number = await retryStale(() => save(deps, personOf(caller), pin));
    await audits.record([auditOf(caller, 'pin.set', personOf(caller), clock.now())]);
    return number;
  };

  async function save({ pinCodes }: Deps, id: string, pin: string): Promise<string> {
    const current = await pins.find(id);
    for (let attempt = 1; ; attempt += 1) {
      const number = current?.number ?? pinCodes.makeNumber();
      const pinHash = pinCodes.hash(id, pin);
      try {
        await pins.save({ id, version: (current?.version ?? 0) + 1, number, pinHash, setAt: clock.now() });
        return number;
      } catch (error) {
        if (!isNumberTaken(error) || attempt === attempts) throw error;
      }
    }
  }
};

const isNumberTaken = (error: unknown): boolean => error instanceof AppError && error.code === 'identity.number_taken';
