import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import type { PinCodes } from '../../app/credential-ports.ts';

const digits = 5;

/** PINs, kept as an HMAC that is bound to their owner: who reads the database cannot try them out. */
export const hmacPins = (key: Uint8Array): PinCodes => {
  const digest = (personId: string, pin: string): Buffer =>
    createHmac('sha256', key).update(`${personId}:${pin}`).digest();
  return {
    makeNumber: () => String(randomInt(10 ** digits)).padStart(digits, '0'),
    hash: (personId, pin) => digest(personId, pin).toString('base64url'),
    matches(pin, tried) {
      const kept = Buffer.from(pin?.pinHash ?? '', 'base64url');
      const made = digest(pin?.id ?? 'nobody', tried);
      return kept.length === made.length && timingSafeEqual(kept, made);
    },
  };
};
