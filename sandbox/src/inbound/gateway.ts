import { AppError } from '@guildhall/kernel';
import { createHmac } from 'node:crypto';
import { sign } from '../twilio/status-callback.ts';

const timeLimitMs = 5_000;
/** What both ends take for the vendors' secrets while there are no real ones. */
const secret = 'sandbox';

export type Told = Readonly<{ status: number; text: string }>;

/** Tells the platform what a vendor would tell it, signed as that vendor signs. */
export type Gateway = Readonly<{
  twilio(path: string, fields: Readonly<Record<string, string>>): Promise<Told>;
  slack(path: string, fields: Readonly<Record<string, string>>): Promise<Told>;
}>;

/** `publicUrl` is the address that the platform gave to the vendors: it is part of what Twilio signs. */
export function gatewayAt(publicUrl: string): Gateway {
  return {
    twilio: (path, fields) => {
      const url = `${publicUrl}${path}`;
      return post(url, new URLSearchParams(fields).toString(), { 'X-Twilio-Signature': sign(secret, url, fields) });
    },
    slack: (path, fields) => {
      const body = new URLSearchParams(fields).toString();
      // Signatures are about when they were made, whatever the clock of the platform says.
      const timestamp = String(Math.floor(Date.now() / 1_000));
      const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
      return post(`${publicUrl}${path}`, body, {
        'X-Slack-Request-Timestamp': timestamp,
        'X-Slack-Signature': `v0=${digest}`,
      });
    },
  };
}

async function post(url: string, body: string, headers: Readonly<Record<string, string>>): Promise<Told> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
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
