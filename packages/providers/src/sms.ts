import twilio from 'twilio';
import { guarded } from './guarded.ts';
import { noAnswer } from './http-failure.ts';
import type { Provider } from './provider.ts';
import { TwilioHttp } from './twilio-http.ts';

export type Sms = Readonly<{ to: string; body: string; isEmergency?: boolean }>;

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
  /** Who sends in an emergency, and how fast: a messaging service (`MG…`) has many numbers. The same sender when absent. */
  emergency?: Readonly<{ from?: string | undefined; perSecond: number }>;
  /** Where Twilio reports how the message with this idempotency key fares; nowhere when absent. */
  statusCallback?: ((idempotencyKey: string) => string) | undefined;
  timeLimitMs?: number;
}>;

/** Text messages by Twilio. */
export function sms(options: SmsOptions): Provider<Sms> {
  const { accountSid, authToken, from, state, baseUrl, perSecond = 1, timeLimitMs = 10_000 } = options;
  const { emergency = { perSecond }, statusCallback } = options;
  const http = new TwilioHttp(baseUrl, timeLimitMs);
  const account = twilio(accountSid, authToken, { httpClient: http });

  return guarded<Sms>({
    name: 'twilio',
    state,
    limits: limitsOf(perSecond),
    emergencyLimits: limitsOf(emergency.perSecond),
    timeLimitMs,
    failure: (error) => noAnswer('Twilio', error),
    close: () => http.close(),
    call: async ({ to, body, isEmergency }, { idempotencyKey }) => {
      const { sid } = await account.messages.create({
        to,
        ...senderOf((isEmergency && emergency.from) || from),
        body,
        ...(statusCallback && { statusCallback: statusCallback(idempotencyKey) }),
      });
      return { providerMessageId: sid };
    },
  });
}

const senderOf = (from: string) => (/^MG[0-9a-f]{32}$/i.test(from) ? { messagingServiceSid: from } : { from });

const limitsOf = (perSecond: number) => ({
  concurrency: 16,
  perSecond,
  burst: Math.max(1, Math.ceil(perSecond)),
});
