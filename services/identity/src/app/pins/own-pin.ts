import type { Clock, Handler } from '@guildhall/kernel';
import { auditOf, personOf } from '../caller.ts';
import type { Pins } from '../credential-ports.ts';
import type { Audits, Caller } from '../ports.ts';
import { retryStale } from '../retry-stale.ts';

export type OwnPin = Readonly<{ caller: Caller }>;

type Deps = Readonly<{ pins: Pins; audits: Audits; clock: Clock }>;

/** The caller's number for kiosks; undefined without a PIN. */
export const getPinHandler =
  ({ pins }: Pick<Deps, 'pins'>): Handler<OwnPin, string | undefined> =>
  async ({ caller }) =>
    (await pins.find(personOf(caller)))?.number;

/** Takes number and PIN away; without them there is nothing to do. */
export const removePinHandler =
  ({ pins, audits, clock }: Deps): Handler<OwnPin> =>
  ({ caller }) =>
    retryStale(async () => {
      const personId = personOf(caller);
      const current = await pins.find(personId);
      if (!current) return;
      await pins.remove(current);
      await audits.record([auditOf(caller, 'pin.removed', personId, clock.now())]);
    });
