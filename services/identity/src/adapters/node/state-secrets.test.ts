import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { stateSecrets } from './state-secrets.ts';

const secrets = stateSecrets(Buffer.alloc(32, 1));

it('T5: the challenge is the SHA-256 of a verifier of at least 43 characters', () => {
  const { verifier, challenge } = secrets.of('state');
  expect(verifier).toMatch(/^[\w-]{43,128}$/);
  expect(challenge).toBe(createHash('sha256').update(verifier).digest('base64url'));
});

it('gives the same for the same state, and nothing in common otherwise', () => {
  expect(secrets.of('state')).toEqual(secrets.of('state'));
  const all = [secrets.of('state'), secrets.of('other'), stateSecrets(Buffer.alloc(32, 2)).of('state')];
  expect(new Set(all.flatMap(({ verifier, nonce }) => [verifier, nonce])).size).toBe(6);
});
