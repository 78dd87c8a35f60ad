import { createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import type { Codes } from '../../app/ports.ts';

const challengeIdBytes = 18;
const digits = 6;

/** One-time codes, kept as an HMAC: who reads the database learns none, and no code fits another challenge. */
export const hmacCodes = (key: Uint8Array): Codes => {
  const digest = (challengeId: string, code: string): Buffer =>
    createHmac('sha256', key).update(`${challengeId}:${code}`).digest();
  return {
    make() {
      const challengeId = randomBytes(challengeIdBytes).toString('base64url');
      const code = String(randomInt(10 ** digits)).padStart(digits, '0');
      return { challengeId, code, codeHash: digest(challengeId, code).toString('base64url') };
    },
    matches({ id, codeHash }, code) {
      const kept = Buffer.from(codeHash, 'base64url');
      const tried = digest(id, code);
      return kept.length === tried.length && timingSafeEqual(kept, tried);
    },
  };
};
