import twilio from 'twilio';
import { guarded, type Surroundings } from './guarded.ts';
import { noAnswer, nonsense } from './http-failure.ts';
import type { Provider, Receipt } from './provider.ts';
import { segmentPrice, type SmsPrices } from './sms-price.ts';
import { smsSegments } from './sms-segments.ts';
import { senderFor } from './sms-sender.ts';
import { TwilioHttp } from './twilio-http.ts';

export type Sms = Readonly<{ to: string; body: string; isEmergency?: boolean }>;

export type SmsOptions = Surroundings &
  Readonly<{
    /** What the account is called; twilio when absent. */
    name?: string;
    accountSid: string;
    authToken: string;
    /** E.164 numbers, alphanumeric senders or messaging services (`MG…`); each recipient hears from the same one. */
    from: string | readonly [string, ...string[]];
    state: 'real' | 'sandbox';
    /** Instead of https://api.twilio.com. */
    baseUrl?: string | undefined;
    /** Messages per second that each sender may send (Twilio: 1 for a long number). */
    perSecond?: number;
    /** Who sends in an emergency, and how fast: a messaging service (`MG…`) has many numbers. The same when absent. */
    emergency?: Readonly<{ from?: string | undefined; perSecond: number }>;
    /** Where Twilio reports how the message with this idempotency key fares; nowhere when absent. */
    statusCallback?: ((idempotencyKey: string) => string) | undefined;
    /** What a segment costs; unknown when absent. */
    prices?: SmsPrices | undefined;
    timeLimitMs?: number;
  }>;

/** Text messages by Twilio. */
export function sms(options: SmsOptions): Provider<Sms> {
  const { name = 'twilio', accountSid, authToken, from, state, baseUrl, timeLimitMs = 10_000 } = options;
  const { perSecond = 1, emergency = { perSecond }, statusCallback, prices, sharing, alert } = options;
  const senders = typeof from === 'string' ? ([from] as const) : from;
  const http = new TwilioHttp(baseUrl, timeLimitMs);
  const account = twilio(accountSid, authToken, { httpClient: http });

  return guarded<Sms>({
    name,
    state,
    sharing,
    alert,
    keyOf: (to) => senderFor(senders, to),
    limits: limitsOf(perSecond),
    emergencyLimits: limitsOf(emergency.perSecond),
    timeLimitMs,
    failure: (error) => noAnswer('Twilio', error),
    close: () => http.close(),
    call: async ({ to, body, isEmergency }, { idempotencyKey }) => {
      const answer: Readonly<{ sid: unknown }> = await account.messages.create({
        to,
        ...senderOf((isEmergency && emergency.from) || senderFor(senders, to)),
        body,
        ...(statusCallback && { statusCallback: statusCallback(idempotencyKey) }),
      });
      if (typeof answer.sid !== 'string' || !/^\w{2,64}$/.test(answer.sid)) throw nonsense('Twilio');
      return { providerMessageId: answer.sid, ...charged(to, body, prices) };
    },
  });
}

/** What the message is charged as. */
function charged(to: string, body: string, prices: SmsPrices | undefined): Pick<Receipt, 'segments' | 'costMicros'> {
  const { segments } = smsSegments(body);
  const price = prices && segmentPrice(prices, to);
  return { segments, ...(price !== undefined && { costMicros: segments * price }) };
}

const senderOf = (from: string) => (/^MG[0-9a-f]{32}$/i.test(from) ? { messagingServiceSid: from } : { from });

const limitsOf = (perSecond: number) => ({
  concurrency: 16,
  perSecond,
  burst: Math.max(1, Math.ceil(perSecond)),
});
