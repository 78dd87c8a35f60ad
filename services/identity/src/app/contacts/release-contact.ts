import { retryStale } from '@guildhall/kernel';
import { release } from '../../domain/contact.ts';
import type { Contacts } from '../ports.ts';

/** Makes the contact nobody's if it is this person's, and says whether it was. */
export const contactReleaser =
  (contacts: Contacts) =>
  (contactId: string, personId: string): Promise<boolean> =>
    retryStale(async () => {
      const current = await contacts.findById(contactId);
      if (current?.personId !== personId) return false;
      await contacts.save(release(current), []);
      return true;
    });
