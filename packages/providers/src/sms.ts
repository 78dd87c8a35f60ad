import twilio from 'twilio';
import { guarded } from './guarded.ts';
import { noAnswer } from './http-failure.ts';
import type { Provider } from './provider.ts';
import { TwilioHttp } from './twilio-http.ts';

export type Sms = Readonly<{ to: string; body: string }>;

export type SmsOptions = Readonly<{
  accountSid: string;
  authToken: string;
  /** An E.164 number or an alphanumeric sender. */
  from: string;
  state: 'real' | 'sandbox';
  /** Instead of https://api.twilio.com. */
  baseUrl?: string | undefined;
  /** Messages per second that this sender may send (Twilio: 1 for a long number). */
  perSecond?: number;
  timeLimitMs?: number;
}>;

/** Text messages by Twilio. */
export function sms(options: SmsOptions): Provider<Sms> {
  const { accountSid, authToken, from, state, baseUrl, perSecond = 1, timeLimitMs = 10_000 } = options;
  const http = new TwilioHttp(baseUrl, timeLimitMs);
  const account = twilio(accountSid, authToken, { httpClient: http });

  return guarded<Sms>({
    name: 'twilio',
    state,
    limits: { concurrency: 16, perSecond, burst: Math.max(1, Math.ceil(perSecond)) },
    timeLimitMs,
    failure: (error) => noAnswer('Twilio', error),
    close: () => http.close(),
    call: async ({ to, body }) => {
      const { sid } = await account.messages.create({ to, from, body });
      return { providerMessageId: sid };
    },
  });
}
