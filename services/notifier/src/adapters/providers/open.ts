import {
  type Failover,
  failover,
  off,
  type Provider,
  push,
  type PushMessage,
  redirected,
  slack,
  type SlackMessage,
  slackWebhook,
  type Surroundings,
} from '@guildhall/providers';
import type { Settings } from '../../config.ts';
import { mailAccounts } from './mail-accounts.ts';
import { outside, SANDBOX, webhookRule } from './sandboxed.ts';
import { textAccounts } from './text-accounts.ts';
import type { WaysOut } from './ways-out.ts';

/** Opens the ways out: real where there are credentials, else the sandbox where it is on, else off. */
export function openWaysOut(settings: Settings, around: Surroundings = {}): WaysOut {
  const webhooks = slackWebhook({
    ...around,
    state: settings.SANDBOX ? 'sandbox' : 'real',
    isAllowed: webhookRule(settings.SLACK_WEBHOOK_HOSTS, settings.SANDBOX),
    ...slackPace(settings),
  });
  return {
    email: mailAccounts(settings, around),
    sms: textAccounts(settings, around),
    slack: slackAccounts(settings, around, webhooks),
    slackWebhook: webhooks,
    push: pushes(settings, around),
  };
}

/** The Web API, and for the channels that have one an incoming webhook of the same channel. */
function slackAccounts(
  settings: Settings,
  around: Surroundings,
  webhooks: Provider<SlackMessage>,
): Failover<SlackMessage> {
  const spare = settings.SLACK_FALLBACK_WEBHOOKS;
  const api = slackApi(settings, around);
  if (spare.size === 0) return failover([api]);
  return failover([api, redirected('slack-fallback', webhooks, (to) => spare.get(to.toLowerCase()))]);
}

function slackApi(settings: Settings, around: Surroundings): Provider<SlackMessage> {
  const { SLACK_BOT_TOKEN: token, SLACK_API_URL } = settings;
  const pace = { ...around, ...slackPace(settings) };
  if (token && token !== SANDBOX.slackToken) {
    return slack({ token, state: 'real', apiUrl: outside(SLACK_API_URL), ...pace });
  }
  if (!settings.SANDBOX) return off('slack');
  const apiUrl = SLACK_API_URL ?? `${SANDBOX.origin}/slack/api/`;
  return slack({ token: SANDBOX.slackToken, state: 'sandbox', apiUrl, ...pace });
}

function pushes(settings: Settings, around: Surroundings): Provider<PushMessage> {
  const { FCM_SERVICE_ACCOUNT: account, FCM_BASE_URL, PUSH_PER_SECOND, PUSH_EMERGENCY_PER_SECOND } = settings;
  const pace = { ...around, perSecond: PUSH_PER_SECOND, emergencyPerSecond: PUSH_EMERGENCY_PER_SECOND };
  if (account) {
    return push({ ...pace, account, project: account.project, state: 'real', baseUrl: outside(FCM_BASE_URL) });
  }
  if (!settings.SANDBOX) return off('fcm');
  const baseUrl = FCM_BASE_URL ?? `${SANDBOX.origin}/fcm`;
  return push({ ...pace, account: { token: 'ya29.sandbox' }, project: 'sandbox', state: 'sandbox', baseUrl });
}

const slackPace = ({ SLACK_MESSAGES_PER_SECOND, SLACK_BURST }: Settings) => ({
  perSecond: SLACK_MESSAGES_PER_SECOND,
  burst: SLACK_BURST,
});
