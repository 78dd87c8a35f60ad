import { type Clock, type Handler, retryStale } from '@guildhall/kernel';
import { forgetAt } from '../../domain/contact.ts';
import type { Contacts } from '../ports.ts';

export type ForgetContact = Readonly<{ contactId: string }>;

type Deps = Readonly<{ contacts: Contacts; clock: Clock }>;

/** Forgets an address a day after its last code, unless somebody has come to own it. */
export const forgetContactHandler =
  ({ contacts, clock }: Deps): Handler<ForgetContact> =>
  ({ contactId }) =>
    retryStale(async () => {
      const current = await contacts.findById(contactId);
      const due = current && forgetAt(current);
      if (due && due <= clock.now()) await contacts.remove(current);
    });
