import type { SnapshotKey } from '@guildhall/client';

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCodePoint(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const encoded = (value: object): string => base64url(new TextEncoder().encode(JSON.stringify(value)));

export const list = {
  siteId: 'north',
  siteName: 'North Workshop',
  generatedAt: '2026-03-02T14:00:00.000Z',
  count: 1,
  people: [{ personId: 'p1', displayName: 'Zoé Łukasz', kind: 'visitor', since: '2026-03-02T09:00:00.000Z' }],
};

/** A platform that signs lists. */
export async function aSigner() {
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  const { x = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  const key: SnapshotKey = { kty: 'OKP', crv: 'Ed25519', x, kid: 'k1', alg: 'EdDSA', use: 'sig' };
  const sign = async (payload: object = list, header: object = { alg: 'EdDSA', kid: 'k1' }): Promise<string> => {
    const signed = `${encoded(header)}.${encoded(payload)}`;
    const bytes = await crypto.subtle.sign('Ed25519', pair.privateKey, new TextEncoder().encode(signed));
    return `${signed}.${base64url(new Uint8Array(bytes))}`;
  };
  return { key, sign };
}
