import { type Handler, retryStale } from '@guildhall/kernel';
import { recordDelivery } from '../../domain/contact.ts';
import type { Contacts } from '../ports.ts';

export type RecordDelivery = Readonly<{ challengeId: string; delivery: 'sent' | 'failed' }>;

type Deps = Readonly<{ contacts: Contacts }>;

/** Notes what became of the message with the code; a repeat, or a challenge that is gone, changes nothing. */
export const recordDeliveryHandler =
  ({ contacts }: Deps): Handler<RecordDelivery> =>
  ({ challengeId, delivery }) =>
    retryStale(async () => {
      const current = await contacts.findByChallenge(challengeId);
      const next = current && recordDelivery(current, challengeId, delivery);
      if (next) await contacts.save(next, []);
    });
