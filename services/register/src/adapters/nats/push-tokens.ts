import { CredentialService } from '@guildhall/contracts/identity/v1/credentials';
import { servicePrincipal } from '@guildhall/kernel';
import { type Bus, client } from '@guildhall/messaging';
import type { PushTokens } from '../../app/visits/app-status.ts';

// A movement waits for it: it has a second.
const timeoutMs = 1_000;

/** Identity keeps where apps take push messages. */
export function pushTokens(bus: Bus): PushTokens {
  const identity = client(bus, CredentialService, { timeoutMs });
  return {
    bind: async (personId, token) => {
      await identity.bindPushToken({ personId, token }, { principal: servicePrincipal('register') });
    },
  };
}
