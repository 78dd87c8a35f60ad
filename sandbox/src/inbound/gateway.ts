import { AppError } from '@guildhall/kernel';
import { createHmac, hash } from 'node:crypto';
import { sign } from '../twilio/status-callback.ts';

const timeLimitMs = 5_000;
/** What both ends take for the vendors' secrets while there are no real ones. */
const secret = 'sandbox';

export type Told = Readonly<{ status: number; text: string }>;

export type Fields = Readonly<Record<string, string>>;
export type Form = 'form' | 'json';

/** Tells the platform what a vendor would tell it, signed as that vendor signs. */
export type Gateway = Readonly<{
  /** As a form, or as JSON whose hash is in the signed address. */
  twilio(path: string, fields: Fields, as?: Form): Promise<Told>;
  slack(path: string, fields: Fields): Promise<Told>;
  /** An event, as JSON; `retry` says how many times it was told before. */
  slackEvent(path: string, event: object, retry: number): Promise<Told>;
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
    slackEvent: (path, event, retry) => {
      const body = JSON.stringify(event);
      const again = { 'X-Slack-Retry-Num': String(retry), 'X-Slack-Retry-Reason': 'http_timeout' };
      return post(`${publicUrl}${path}`, 'json', body, { ...signedBySlack(body), ...(retry > 0 && again) });
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

async function post(url: string, as: Form, body: string, headers: Fields): Promise<Told> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      headers: { 'Content-Type': forms[as], ...headers },
      body,
      signal: AbortSignal.timeout(timeLimitMs),
    });
    return { status: answer.status, text: await answer.text() };
  } catch (cause) {
    throw new AppError('unavailable', 'sandbox.platform_away', 'The platform did not answer the vendor’s request.', {
      cause,
    });
  }
}
