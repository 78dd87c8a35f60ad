import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Ceremonies } from '../../app/credential-ports.ts';
import { ceremonyLifeMs, type CeremonyPurpose } from '../../domain/passkey.ts';

const nonceBytes = 16;

/**
 * Ceremonies that carry their own state: `<nonce>.<end>.<mac>`, where the key also makes the challenge of the nonce. The
 * mac binds what it was begun for, and for whom.
 */
export const signedCeremonies = (key: Uint8Array): Ceremonies => {
  const mac = (...parts: readonly string[]): string =>
    createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url');
  const seal = (nonce: string, end: string, purpose: CeremonyPurpose, personId: string): string =>
    mac('ceremony', nonce, end, purpose, personId).slice(0, 22);
  const challengeOf = (nonce: string): string => mac('challenge', nonce);
  return {
    make(purpose, personId, now) {
      const nonce = randomBytes(nonceBytes).toString('base64url');
      const end = (now.getTime() + ceremonyLifeMs).toString(36);
      return {
        ceremonyId: `${nonce}.${end}.${seal(nonce, end, purpose, personId)}`,
        challenge: challengeOf(nonce),
      };
    },
    read(ceremonyId, purpose, personId, now) {
      const [nonce = '', end = '', given = ''] = ceremonyId.split('.');
      const expiresAt = new Date(Number.parseInt(end, 36));
      const isOurs = isEqual(given, seal(nonce, end, purpose, personId));
      return isOurs && now < expiresAt ? { id: nonce, challenge: challengeOf(nonce), expiresAt } : undefined;
    },
  };
};

function isEqual(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
