import { createHmac, timingSafeEqual } from 'node:crypto';
import type { LinkClaims, LinkPurpose, Links } from '../../app/links.ts';

const macBytes = 16;

/** HMAC-SHA-256, cut to 128 bits, over purpose, claims and end; `key` is 32 bytes in base64url. */
export function signedLinks(key: string): Links {
  const secret = Buffer.from(key, 'base64url');
  const macOf = (purpose: LinkPurpose, body: Buffer): Buffer =>
    createHmac('sha256', secret).update(`${purpose}\0`).update(body).digest().subarray(0, macBytes);

  return {
    sign(purpose, claims, until) {
      const body = Buffer.from(JSON.stringify([until.getTime(), claims]));
      return Buffer.concat([macOf(purpose, body), body]).toString('base64url');
    },
    read(purpose, token, now) {
      const bytes = Buffer.from(token, 'base64url');
      const [mac, body] = [bytes.subarray(0, macBytes), bytes.subarray(macBytes)];
      if (mac.length < macBytes || !timingSafeEqual(mac, macOf(purpose, body))) return undefined;
      const [until, claims] = JSON.parse(body.toString()) as [number, LinkClaims];
      return now.getTime() < until ? claims : undefined;
    },
  };
}
