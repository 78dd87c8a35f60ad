import { find, keep, type Thing } from './vault.ts';

/** Something that only this device can read, and only as what it was kept as. */
export type Sealed = Readonly<{ iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer }>;

type Key = Thing & Readonly<{ key: CryptoKey }>;

const id = 'device';

/** The browser holds the key and gives it to nobody, us included: a copy of the store is worth nothing elsewhere. */
async function keyOf(): Promise<CryptoKey> {
  const known = await find<Key>('keys', id);
  if (known) return known.key;
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  await keep('keys', { id, key } as Key);
  return key;
}

let last: Promise<unknown> = Promise.resolve();

/** One after the other: two who find no key must not make two. */
function deviceKey(): Promise<CryptoKey> {
  const next = last.then(keyOf);
  last = next.catch(() => undefined);
  return next;
}

const encoded = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** Throws where the browser has no way to keep a secret: then nothing is kept. */
export async function seal(name: string, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const rule = { name: 'AES-GCM', iv, additionalData: encoded(name) };
  return { iv, bytes: await crypto.subtle.encrypt(rule, await deviceKey(), encoded(JSON.stringify(value))) };
}

/** Undefined for what was not sealed on this device under this name. */
export async function unseal(name: string, { iv, bytes }: Sealed): Promise<unknown> {
  const rule = { name: 'AES-GCM', iv, additionalData: encoded(name) };
  const opened = await crypto.subtle.decrypt(rule, await deviceKey(), bytes).catch(() => undefined);
  return opened && (JSON.parse(new TextDecoder().decode(opened)) as unknown);
}
