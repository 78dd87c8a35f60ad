import { CredentialService } from '@guildhall/contracts/identity/v1/credentials';
import { type Bus, client } from '@guildhall/messaging';
import type { AssertFresh } from '../../app/retention/export-person.ts';

/** Identity knows when a caller last proved who they are. */
export function freshnessClient(bus: Bus): AssertFresh {
  const identity = client(bus, CredentialService);
  return async (principal) => {
    await identity.assertFresh({}, { principal });
  };
}
