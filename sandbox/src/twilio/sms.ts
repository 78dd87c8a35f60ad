import { randomBytes } from 'node:crypto';
import type { SmsRequest } from './sms-request.ts';

export type Sms = Readonly<Record<string, unknown>> &
  Readonly<{ sid: string; to: string; from: string | null; status: SmsStatus }>;

export type SmsStatus = 'queued' | 'sent' | 'delivered' | 'undelivered';

const gsm7 = /^[\n\r !"#$%&'()*+,\-./0-9:;<=>?@A-Z_a-z¡£¤¥§¿ÄÅÆÇÉÑÖØÜßàäåæèéìñòöøùüΓΔΘΛΞΠΣΦΨΩ]*$/;

/** A new message as Twilio's answer has it. */
export function newSms(accountSid: string, { to, from, body }: SmsRequest, now: Date): Sms {
  const sid = `SM${randomBytes(16).toString('hex')}`;
  const at = now.toUTCString().replace('GMT', '+0000');
  return {
    sid,
    account_sid: accountSid,
    api_version: '2010-04-01',
    body,
    date_created: at,
    date_updated: at,
    date_sent: null,
    direction: 'outbound-api',
    error_code: null,
    error_message: null,
    from: from.startsWith('MG') ? null : from,
    messaging_service_sid: from.startsWith('MG') ? from : null,
    num_media: '0',
    num_segments: String(segmentsOf(body)),
    price: null,
    price_unit: 'USD',
    status: 'queued',
    subresource_uris: { media: `/2010-04-01/Accounts/${accountSid}/Messages/${sid}/Media.json` },
    to,
    uri: `/2010-04-01/Accounts/${accountSid}/Messages/${sid}.json`,
  };
}

/** How many messages the text costs: 160 plain characters in one, 153 in each of several; 70 and 67 with others. */
export function segmentsOf(body: string): number {
  const [single, each] = gsm7.test(body) ? [160, 153] : [70, 67];
  return body.length <= single ? 1 : Math.ceil(body.length / each);
}
