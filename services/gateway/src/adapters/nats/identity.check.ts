import { IdentityService } from '@guildhall/contracts/identity/v1/service';
import { AppError } from '@guildhall/kernel';
import { type Bus, client } from '@guildhall/messaging';

const timeoutMs = 800;

/** Throws while identity does not answer: without it nobody can be let in. */
export function identityCheck(bus: Bus): () => Promise<void> {
  const identity = client(bus, IdentityService, { timeoutMs });
  return async () => {
    try {
      await identity.listMethods({});
    } catch (error) {
      // A refusal is an answer.
      if (error instanceof AppError && error.kind !== 'unavailable') return;
      throw error;
    }
  };
}
