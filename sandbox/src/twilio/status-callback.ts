import { createHmac } from 'node:crypto';
import type { Fault } from '../faults/fault.ts';
import type { Account } from './account.ts';
import type { Sms, SmsStatus } from './sms.ts';

const timeLimitMs = 5_000;
const delivered: readonly SmsStatus[] = ['queued', 'sent', 'delivered'];
const undelivered: readonly SmsStatus[] = ['queued', 'sent', 'undelivered'];
/** Twilio's word for a phone that cannot be reached. */
const unreachable = '30003';

/** The steps as they are told: once each and in order, unless a fault has it otherwise. */
function stepsUnder(fault: Fault | undefined): readonly SmsStatus[] {
  if (fault?.effect === 'undelivered') return undelivered;
  if (fault?.effect === 'duplicate-callback') return delivered.flatMap((step) => [step, step]);
  return fault?.effect === 'out-of-order-callback' ? delivered.toReversed() : delivered;
}

/**
 * Tells the sender, signed as Twilio signs, how the message fares, one step after the other; `onStep` hears each before.
 */
export async function reportStatus(
  url: string,
  account: Account,
  sms: Sms,
  { fault, onStep }: Readonly<{ fault: Fault | undefined; onStep: (status: SmsStatus) => void }>,
): Promise<void> {
  for (const status of stepsUnder(fault)) {
    onStep(status);
    const fields = {
      AccountSid: account.sid,
      ApiVersion: '2010-04-01',
      From: sms.from ?? '',
      MessageSid: sms.sid,
      MessageStatus: status,
      SmsSid: sms.sid,
      SmsStatus: status,
      To: sms.to,
      ...(status === 'undelivered' && { ErrorCode: unreachable }),
    };
    const answer = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      headers: { 'X-Twilio-Signature': sign(account.authToken, url, fields) },
      body: new URLSearchParams(fields),
      signal: AbortSignal.timeout(timeLimitMs),
    });
    // Unread, it would hold its connection.
    await answer.arrayBuffer();
  }
}

/** base64(HMAC-SHA1(token, URL + name and value of each field in the order of the names)). */
export function sign(authToken: string, url: string, fields: Readonly<Record<string, string>>): string {
  const names = Object.keys(fields).sort();
  const text = url + names.map((name) => `${name}${fields[name]}`).join('');
  return createHmac('sha1', authToken).update(text).digest('base64');
}
