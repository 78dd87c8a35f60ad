import { createHash, createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign } from 'node:crypto';
import type { SnapshotKey, SnapshotSigner } from '../../app/evacuation/ports.ts';

// An Ed25519 private key in PKCS #8 is this and the 32 bytes of the seed (RFC 8410).
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Signs with an Ed25519 key that follows from the platform's link key: every process has the same one. */
export function snapshotSigner(linkKey: Uint8Array): SnapshotSigner {
  const seed = Buffer.from(hkdfSync('sha256', linkKey, Buffer.alloc(0), 'guildhall snapshot', 32));
  const key = createPrivateKey({ key: Buffer.concat([pkcs8Prefix, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = jwkOf(key);
  const header = encoded({ alg: 'EdDSA', kid: publicKey.kid, typ: 'JOSE' });
  return {
    publicKey,
    sign: (payload) => {
      const signed = `${header}.${Buffer.from(payload).toString('base64url')}`;
      return `${signed}.${sign(null, Buffer.from(signed), key).toString('base64url')}`;
    },
  };
}

function jwkOf(key: KeyObject): SnapshotKey {
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  // The thumbprint of the key (RFC 7638) is its name.
  const thumbprint = createHash('sha256').update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x }));
  return { kty: 'OKP', crv: 'Ed25519', x, kid: thumbprint.digest('base64url'), alg: 'EdDSA', use: 'sig' };
}

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
