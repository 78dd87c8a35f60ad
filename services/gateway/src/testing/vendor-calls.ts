import { createHmac, hash } from 'node:crypto';
import type { Call } from '../adapters/http/webhooks/webhook.ts';

export const vendorKeys = { twilio: 'twilio-secret', slack: 'slack-secret' } as const;
export const vendorOrigin = 'https://members.example.org';

const FORM = 'application/x-www-form-urlencoded';
export type Fields = Readonly<Record<string, string>>;

/** What Twilio signs of a form: names in their order, each followed by its value. */
const joined = (fields: Fields): string =>
  Object.keys(fields)
    .toSorted()
    .map((name) => name + fields[name])
    .join('');
export const twilioSignature = (signed: string, key: string = vendorKeys.twilio): string =>
  createHmac('sha1', key).update(signed).digest('base64');

/** A form as Twilio sends it. */
export function twilioForm(path: string, fields: Fields, key?: string): Call {
  const url = `${vendorOrigin}/api/webhooks/twilio/${path}`;
  const headers = { 'content-type': FORM, 'x-twilio-signature': twilioSignature(url + joined(fields), key) };
  return { url, headers, body: Buffer.from(new URLSearchParams(fields).toString()) };
}

/** JSON as Twilio sends it: the address says what is in it, and is signed. */
export function twilioJson(path: string, fields: Fields, key?: string): Call {
  const body = Buffer.from(JSON.stringify(fields));
  const mark = path.includes('?') ? '&' : '?';
  const url = `${vendorOrigin}/api/webhooks/twilio/${path}${mark}bodySHA256=${hash('sha256', body, 'hex')}`;
  return {
    url,
    headers: { 'content-type': 'application/json', 'x-twilio-signature': twilioSignature(url, key) },
    body,
  };
}

const signedBySlack = (body: string, at: number, key: string) => {
  const timestamp = String(Math.floor(at / 1_000));
  const digest = createHmac('sha256', key).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${digest}` };
};

/** A slash command as Slack sends it; `at` in milliseconds. */
export function slackForm(fields: Fields, at: number, key: string = vendorKeys.slack): Call {
  const body = new URLSearchParams(fields).toString();
  const headers = { 'content-type': FORM, ...signedBySlack(body, at, key) };
  return { url: `${vendorOrigin}/api/webhooks/slack/commands`, headers, body: Buffer.from(body) };
}

/** What the Events API sends; `at` in milliseconds. */
export function slackJson(fields: object, at: number, key: string = vendorKeys.slack): Call {
  const body = JSON.stringify(fields);
  const headers = { 'content-type': 'application/json', ...signedBySlack(body, at, key) };
  return { url: `${vendorOrigin}/api/webhooks/slack/events`, headers, body: Buffer.from(body) };
}

let calls = 0;
const id = (): string => `SM${String((calls += 1)).padStart(32, '0')}`;

/** Genuine calls, each of them another one. */
export const genuine = {
  text: (key?: string): Call =>
    twilioForm(
      'messages',
      {
        MessageSid: id(),
        From: '+447700900123',
        To: 'Guildhall',
        ToCity: 'London',
        Body: 'safe & sound ✓ à bientôt',
        NumMedia: '0',
      },
      key,
    ),
  report: (key?: string): Call =>
    twilioForm('status?message=m1', { MessageSid: id(), MessageStatus: 'delivered', To: '+447700900123' }, key),
  json: (key?: string): Call =>
    twilioJson('status?message=m2', { MessageSid: id(), MessageStatus: 'failed', ErrorCode: '30003' }, key),
  command: (at: number, key?: string): Call =>
    slackForm(
      { command: '/whosin', text: 'north & south', user_id: 'U1', trigger_id: id(), channel_id: 'C1' },
      at,
      key,
    ),
  event: (at: number, key?: string): Call =>
    slackJson(
      {
        type: 'event_callback',
        event_id: id(),
        team_id: 'T1',
        event: { type: 'member_joined_channel', user: 'U1', channel: 'C1' },
      },
      at,
      key,
    ),
} as const;
