import { createHmac } from 'node:crypto';
import type { SecretOf, Sign } from './ports.ts';

/** "t=<unix seconds>,v1=<hex>": HMAC-SHA256 over "<unix seconds>.<body>". */
export const signBody: Sign = (secret, body, at) => {
  const seconds = Math.floor(at.getTime() / 1_000);
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
};

/** A secret follows from the key of the register and is stored nowhere. */
export const secretsFrom =
  (key: Uint8Array): SecretOf =>
  ({ id, generation }) =>
    `whsec_${createHmac('sha256', key).update(`webhook ${id} ${generation}`).digest('base64url')}`;
