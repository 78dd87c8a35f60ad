import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { snapshotSigner } from './snapshot-signer.ts';

const signer = snapshotSigner(new Uint8Array(32).fill(1));
const other = snapshotSigner(new Uint8Array(32).fill(2));

const isGood = (jws: string, { kty, crv, x } = signer.publicKey): boolean => {
  const [header, payload, signature = ''] = jws.split('.');
  const key = createPublicKey({ key: { kty, crv, x }, format: 'jwk' });
  return verify(null, Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url'));
};

describe('a signed snapshot', () => {
  it('is verified with the public key alone', () => {
    expect(isGood(signer.sign('{"count":3}'))).toBe(true);
  });

  it('carries what was signed, and the name of the key', () => {
    const [header = '', payload = ''] = signer.sign('{"count":3}').split('.');
    expect(Buffer.from(payload, 'base64url').toString()).toBe('{"count":3}');
    const { kid } = signer.publicKey;
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toMatchObject({ alg: 'EdDSA', kid });
  });

  it('is no longer good once it was changed', () => {
    const [header, , signature] = signer.sign('{"count":3}').split('.');
    expect(isGood([header, Buffer.from('{"count":2}').toString('base64url'), signature].join('.'))).toBe(false);
  });

  it('is not the one of another platform', () => {
    expect(isGood(other.sign('{}'))).toBe(false);
    expect(other.publicKey.kid).not.toBe(signer.publicKey.kid);
  });

  it('is signed alike by every process with the same key', () => {
    expect(snapshotSigner(new Uint8Array(32).fill(1)).sign('{}')).toBe(signer.sign('{}'));
  });
});
