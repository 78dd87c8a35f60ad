import { IdentityService } from '@guildhall/contracts/identity/v1/service';
import { AppError } from '@guildhall/kernel';
import { type Bus, client } from '@guildhall/messaging';
import type { Directory } from '../../app/people/learn-person.ts';

/** Identity, which knows everybody at once. */
export function directoryClient(bus: Bus): Directory {
  const identity = client(bus, IdentityService);
  return async (personId) => {
    try {
      const {
        personId: id,
        handle,
        displayName,
        firstName,
        lastName,
        ...rest
      } = await identity.describePerson({
        personId,
      });
      const { reminders, visible, active, version } = rest;
      return { id, handle, displayName, firstName, lastName, reminders, visible, active, version };
    } catch (error) {
      if (error instanceof AppError && error.kind === 'not-found') return undefined;
      throw error;
    }
  };
}
