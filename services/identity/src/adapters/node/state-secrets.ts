import { createHmac, hash } from 'node:crypto';
import type { StateSecrets } from '../../app/oidc/ports.ts';

/** Made of the state with our key, so that nothing has to be kept: the database has but the hash of the state. */
export const stateSecrets = (key: Uint8Array): StateSecrets => {
  const derived = (purpose: string, state: string): string =>
    createHmac('sha256', key).update(`oidc ${purpose} ${state}`).digest('base64url');
  return {
    of: (state) => {
      const verifier = derived('verifier', state);
      return { verifier, challenge: hash('sha256', verifier, 'base64url'), nonce: derived('nonce', state) };
    },
  };
};
