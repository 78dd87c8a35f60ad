import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import type { KioskCodes } from '../../app/kiosks/ports.ts';

// Without letters and digits that are taken for each other.
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const codeLength = 8;
const macLength = 16;
const keyLength = 32;

/** Codes and keys that follow from one secret: nothing of them is stored. `key` is 32 bytes in base64url. */
export function kioskCodes(key: string): KioskCodes {
  const secret = Buffer.from(key, 'base64url');
  const derived = (purpose: string, text: string): Buffer =>
    createHmac('sha256', secret).update(`${purpose}\0${text}`).digest();
  const keyOf: KioskCodes['keyOf'] = ({ id, pairings }) => derived('kiosk', `${id}\0${pairings}`);

  return {
    newPairingCode: () => Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]).join(''),
    hashOf: (code) => derived('pairing', code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')).toString('base64url'),
    keyOf,
    isMac: (kiosk, step, mac) => {
      const [given, right] = [Buffer.from(mac), Buffer.from(macOf(keyOf(kiosk), kiosk.id, step))];
      return given.length === right.length && timingSafeEqual(given, right);
    },
    eventKey: (kioskId, eventId) =>
      derived('event', `${kioskId}\0${eventId}`).toString('base64url').slice(0, keyLength),
    badgeKey: (badgeId) => derived('badge-id', badgeId.trim().toUpperCase()).toString('base64url'),
  };
}

/** What a kiosk computes by itself from its key, also without a connection. */
export const macOf = (key: Uint8Array, kioskId: string, step: number): string =>
  createHmac('sha256', key).update(`${kioskId}.${step}`).digest('base64url').slice(0, macLength);
