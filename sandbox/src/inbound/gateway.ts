import { AppError } from '@guildhall/kernel';
import { createHmac, hash } from 'node:crypto';
import { sign } from '../twilio/status-callback.ts';

const timeLimitMs = 5_000;
const slackTimeLimitMs = 3_000;
/** What both ends take for the vendors' secrets while there are no real ones. */
const secret = 'sandbox';

/** `isFinal`: the platform does not want to be told again. */
export type Told = Readonly<{ status: number; text: string; isFinal: boolean }>;
/** Why Slack tells an event again. */
export type RetryReason = 'http_timeout' | 'http_error' | 'connection_failed';

export type Fields = Readonly<Record<string, string>>;
export type Form = 'form' | 'json';

/** Tells the platform what a vendor would tell it, signed as that vendor signs. */
export type Gateway = Readonly<{
  /** As a form, or as JSON whose hash is in the signed address. */
  twilio(path: string, fields: Fields, as?: Form): Promise<Told>;
  slack(path: string, fields: Fields): Promise<Told>;
  /** An event, as JSON; `retry` says how many times it was told before, `reason` what became of it then. */
  slackEvent(path: string, event: object, retry: number, reason?: RetryReason): Promise<Told>;
}>;

const forms = { form: 'application/x-www-form-urlencoded', json: 'application/json' } as const;

/** `publicUrl` is the address that the platform gave to the vendors: it is part of what Twilio signs. */
export function gatewayAt(publicUrl: string): Gateway {
  return {
    twilio: (path, fields, as = 'form') => {
      if (as === 'form') {
        const url = `${publicUrl}${path}`;
        return post(url, as, new URLSearchParams(fields).toString(), {
          'X-Twilio-Signature': sign(secret, url, fields),
        });
      }
      const body = JSON.stringify(fields);
      const url = `${publicUrl}${path}${path.includes('?') ? '&' : '?'}bodySHA256=${hash('sha256', body, 'hex')}`;
      return post(url, as, body, { 'X-Twilio-Signature': sign(secret, url, {}) });
    },
    slack: (path, fields) => {
      const body = new URLSearchParams(fields).toString();
      return post(`${publicUrl}${path}`, 'form', body, signedBySlack(body));
    },
    slackEvent: (path, event, retry, reason = 'http_timeout') => {
      const body = JSON.stringify(event);
      const again = { 'X-Slack-Retry-Num': String(retry), 'X-Slack-Retry-Reason': reason };
      const headers = { ...signedBySlack(body), ...(retry > 0 && again) };
      return post(`${publicUrl}${path}`, 'json', body, headers, slackTimeLimitMs);
    },
  };
}

/** `v0=` and HMAC-SHA256 over version, timestamp and body. */
function signedBySlack(body: string): Record<string, string> {
  // Signatures are about when they were made, whatever the clock of the platform says.
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'X-Slack-Request-Timestamp': timestamp, 'X-Slack-Signature': `v0=${digest}` };
}

async function post(url: string, as: Form, body: string, headers: Fields, withinMs = timeLimitMs): Promise<Told> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      headers: { 'Content-Type': forms[as], ...headers },
      body,
      signal: AbortSignal.timeout(withinMs),
    });
    const isFinal = answer.headers.get('x-slack-no-retry') === '1';
    return { status: answer.status, text: await answer.text(), isFinal };
  } catch (cause) {
    throw new AppError('unavailable', 'sandbox.platform_away', 'The platform did not answer the vendor’s request.', {
      cause,
    });
  }
}
