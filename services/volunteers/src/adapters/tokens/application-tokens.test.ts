import { sealer } from '@guildhall/messaging';
import { describe, expect, it } from 'vitest';
import { applicationTokens } from './application-tokens.ts';

const sealing = sealer(Buffer.alloc(32, 1));
const tokens = applicationTokens(sealing);
const proof = { id: 'a1', nonce: 'n1' };
const asText = (sealed: Uint8Array): string => Buffer.from(sealed).toString('base64url');

describe('the token of a link', () => {
  it('carries what it was made of, in letters that an address can have', () => {
    const token = tokens.seal(proof);
    expect(token).toMatch(/^[\w-]+$/);
    expect(tokens.open(token)).toEqual(proof);
  });

  it.each([
    ['changed', `B${tokens.seal(proof).slice(1)}`],
    ['cut short', tokens.seal(proof).slice(0, 40)],
    ['of another key', applicationTokens(sealer(Buffer.alloc(32, 2))).seal(proof)],
    ['of another kind', asText(sealing.seal(proof, 'invite-link'))],
    ['of another content', asText(sealing.seal({ id: 1 }, 'volunteer-application'))],
    ['nothing', ''],
  ])('counts for nothing when it is %s', (_, token) => {
    expect(tokens.open(token)).toBeUndefined();
  });
});
