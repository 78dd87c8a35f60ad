import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Hides values that must not be readable at rest, such as a one-time code on its way to the notifier. */
export type Sealer = Readonly<{
  /** `context` is bound to the value: the idempotency key of the command that carries it. */
  seal(value: unknown, context: string): Uint8Array;
  /** Throws when the key or the context is another one, or when a bit was changed. */
  open(sealed: Uint8Array, context: string): unknown;
}>;

const version = 1;
const nonceBytes = 12;
const tagBytes = 16;

/** AES-256-GCM over JSON: `version | nonce | tag | text`. Throws unless the key has 32 bytes. */
export function sealer(key: Uint8Array): Sealer {
  if (key.length !== 32) throw new Error('a sealing key has 32 bytes');
  return {
    seal(value, context) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
      const text = Buffer.concat([cipher.update(JSON.stringify(value)), cipher.final()]);
      return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), text]);
    },
    open(sealed, context) {
      if (sealed[0] !== version || sealed.length < 1 + nonceBytes + tagBytes) throw new Error('this is not sealed');
      const nonce = sealed.subarray(1, 1 + nonceBytes);
      const textStart = 1 + nonceBytes + tagBytes;
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
        .setAAD(Buffer.from(context))
        .setAuthTag(sealed.subarray(1 + nonceBytes, textStart));
      const text = Buffer.concat([decipher.update(sealed.subarray(textStart)), decipher.final()]);
      return JSON.parse(text.toString());
    },
  };
}
