import {
  type Mail,
  off,
  type Provider,
  push,
  type PushMessage,
  slack,
  type SlackMessage,
  slackWebhook,
  type Sms,
  sms,
  smtp,
} from '@guildhall/providers';
import type { Settings } from '../../config.ts';
import { isSandbox, webhookRule } from './sandboxed.ts';
import type { WaysOut } from './ways-out.ts';

// What stands in for an account where none is set: the sandbox takes any that has the right form.
const SANDBOX_SMTP = 'smtp://127.0.0.1:1025';
const SANDBOX_ORIGIN = 'http://127.0.0.1:8025';
const SANDBOX_SID = `AC${'0'.repeat(32)}`;
const SANDBOX_SECRET = 'sandbox';
const SANDBOX_NUMBER = '+15005550006';
const SANDBOX_SLACK_TOKEN = 'xoxb-sandbox';
const SANDBOX_PROJECT = 'sandbox';

/** Opens the ways out: real where there are credentials, else the sandbox where it is on, else off. */
export const openWaysOut = (settings: Settings): WaysOut => ({
  smtp: mail(settings),
  twilio: texts(settings),
  slack: slackApi(settings),
  slackWebhook: slackWebhook({
    state: settings.SANDBOX ? 'sandbox' : 'real',
    isAllowed: webhookRule(settings.SLACK_WEBHOOK_HOSTS, settings.SANDBOX),
    ...slackPace(settings),
  }),
  fcm: pushes(settings),
});

function mail(settings: Settings): Provider<Mail> {
  const { SANDBOX, SMTP_URL, SMTP_FROM, SMTP_CONNECTIONS } = settings;
  const url = SMTP_URL ?? (SANDBOX ? SANDBOX_SMTP : undefined);
  if (!url) return off('smtp');
  const state = SANDBOX && isSandbox(url) ? 'sandbox' : 'real';
  const emergencyConnections = settings.SMTP_EMERGENCY_CONNECTIONS;
  return smtp({ url, from: SMTP_FROM, state, connections: SMTP_CONNECTIONS, emergencyConnections });
}

function texts(settings: Settings): Provider<Sms> {
  const { SANDBOX, TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_FROM, TWILIO_BASE_URL } = settings;
  const pace = {
    perSecond: settings.SMS_PER_SECOND,
    emergency: { perSecond: settings.SMS_EMERGENCY_PER_SECOND },
    statusCallback: (id: string) => `${settings.PUBLIC_URL}/api/webhooks/twilio/status?message=${id}`,
  };
  if (TWILIO_ACCOUNT_SID && TWILIO_AUTH_TOKEN && TWILIO_ACCOUNT_SID !== SANDBOX_SID) {
    const account = { accountSid: TWILIO_ACCOUNT_SID, authToken: TWILIO_AUTH_TOKEN, from: TWILIO_FROM };
    const emergency = { ...pace.emergency, from: settings.TWILIO_EMERGENCY_FROM };
    return sms({ ...account, ...pace, emergency, state: 'real', baseUrl: outside(TWILIO_BASE_URL) });
  }
  if (!SANDBOX) return off('twilio');
  const account = { accountSid: SANDBOX_SID, authToken: SANDBOX_SECRET, from: SANDBOX_NUMBER };
  const baseUrl = TWILIO_BASE_URL ?? `${SANDBOX_ORIGIN}/twilio`;
  return sms({ ...account, ...pace, state: 'sandbox', baseUrl });
}

function slackApi(settings: Settings): Provider<SlackMessage> {
  const { SANDBOX, SLACK_BOT_TOKEN: token, SLACK_API_URL } = settings;
  const pace = slackPace(settings);
  if (token && token !== SANDBOX_SLACK_TOKEN) {
    return slack({ token, state: 'real', apiUrl: outside(SLACK_API_URL), ...pace });
  }
  if (!SANDBOX) return off('slack');
  const apiUrl = SLACK_API_URL ?? `${SANDBOX_ORIGIN}/slack/api/`;
  return slack({ token: SANDBOX_SLACK_TOKEN, state: 'sandbox', apiUrl, ...pace });
}

function pushes(settings: Settings): Provider<PushMessage> {
  const { SANDBOX, FCM_SERVICE_ACCOUNT: account, FCM_BASE_URL } = settings;
  const pace = { perSecond: settings.PUSH_PER_SECOND, emergencyPerSecond: settings.PUSH_EMERGENCY_PER_SECOND };
  if (account)
    return push({ ...pace, account, project: account.project, state: 'real', baseUrl: outside(FCM_BASE_URL) });
  if (!SANDBOX) return off('fcm');
  const baseUrl = FCM_BASE_URL ?? `${SANDBOX_ORIGIN}/fcm`;
  return push({ ...pace, account: { token: 'ya29.sandbox' }, project: SANDBOX_PROJECT, state: 'sandbox', baseUrl });
}

/** Real credentials never go to the sandbox, whatever address was set beside them. */
const outside = (address: string | undefined): string | undefined =>
  address && isSandbox(address) ? undefined : address;

const slackPace = ({ SLACK_MESSAGES_PER_SECOND, SLACK_BURST }: Settings) => ({
  perSecond: SLACK_MESSAGES_PER_SECOND,
  burst: SLACK_BURST,
});
