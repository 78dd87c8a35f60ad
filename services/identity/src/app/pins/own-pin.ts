import { type Clock, type Handler, retryStale } from '@guildhall/kernel';
import { audited } from '../../domain/audit.ts';
import { isUsable, removePin } from '../../domain/pin.ts';
import { auditOf, personOf } from '../caller.ts';
import type { Pins } from '../credential-ports.ts';
import type { Caller } from '../ports.ts';

export type OwnPin = Readonly<{ caller: Caller }>;

type Deps = Readonly<{ pins: Pins; clock: Clock }>;

/** The caller's number for kiosks; undefined without a PIN. */
export const getPinHandler =
  ({ pins }: Pick<Deps, 'pins'>): Handler<OwnPin, string | undefined> =>
  async ({ caller }) => {
    const pin = await pins.find(personOf(caller));
    return isUsable(pin) ? pin.number : undefined;
  };

/** Takes number and PIN away; without them there is nothing to do. */
export const removePinHandler =
  ({ pins, clock }: Deps): Handler<OwnPin> =>
  ({ caller }) =>
    retryStale(async () => {
      const personId = personOf(caller);
      const current = await pins.find(personId);
      if (!isUsable(current)) return;
      const at = clock.now();
      const next = removePin(current, at);
      await pins.save(next, [audited(next, auditOf(caller, 'pin.removed', personId, at))]);
    });

/** Lets go of what is left of a PIN that was taken away. */
export const forgetPinHandler =
  ({ pins }: Pick<Deps, 'pins'>): Handler<string> =>
  (personId) =>
    retryStale(async () => {
      const current = await pins.find(personId);
      if (current?.removedAt) await pins.remove(current);
    });
