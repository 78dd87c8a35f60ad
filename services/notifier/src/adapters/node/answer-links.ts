import { createHmac, timingSafeEqual } from 'node:crypto';
import type { AnswerLinks } from '../../app/requests/ports.ts';

const MAC_BYTES = 16;

/** Tokens that name an escalation: HMAC-SHA-256, cut to 128 bits, in front of its id. Nobody can make one without the key. */
export function answerLinks(key: Uint8Array): AnswerLinks & Readonly<{ sign(chainId: string): string }> {
  const macOf = (id: Buffer): Buffer =>
    createHmac('sha256', key).update('notifier answer\0').update(id).digest().subarray(0, MAC_BYTES);
  return {
    sign: (chainId) => {
      const id = Buffer.from(chainId);
      return Buffer.concat([macOf(id), id]).toString('base64url');
    },
    read: (token) => {
      const bytes = Buffer.from(token, 'base64url');
      const [mac, id] = [bytes.subarray(0, MAC_BYTES), bytes.subarray(MAC_BYTES)];
      return mac.length === MAC_BYTES && timingSafeEqual(mac, macOf(id)) ? id.toString() : undefined;
    },
  };
}
