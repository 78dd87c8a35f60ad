import { AppError } from '@guildhall/kernel';
import { createHmac } from 'node:crypto';
import { badSignature, type Call, isSame, single } from './webhook.ts';

const OLDEST_SECONDS = 300;

/**
 * `v0=` and HMAC-SHA256 over version, timestamp and body, as they came; the timestamp is five minutes old at most.
 * `now` in milliseconds. Throws `unauthenticated` unless `signingSecret` made it.
 */
export function checkSlack({ headers, body }: Call, signingSecret: string, now: number): string {
  const given = single(headers['x-slack-signature']);
  const timestamp = single(headers['x-slack-request-timestamp']);
  const expected = createHmac('sha256', signingSecret).update(`v0:${timestamp}:`).update(body).digest('hex');
  if (!isSame(given, `v0=${expected}`) || !/^\d{1,12}$/.test(timestamp)) throw badSignature('unauthenticated');
  if (Math.abs(now / 1_000 - Number(timestamp)) > OLDEST_SECONDS) {
    throw new AppError(
      'unauthenticated',
      'gateway.webhook_too_old',
      'The request was signed more than five minutes ago.',
    );
  }
  return given;
}
