import type { Mail, Provider, PushMessage, SlackMessage, Sms } from '@guildhall/providers';

/** Everything that carries messages out of the platform. */
export type WaysOut = Readonly<{
  smtp: Provider<Mail>;
  twilio: Provider<Sms>;
  slack: Provider<SlackMessage>;
  slackWebhook: Provider<SlackMessage>;
  fcm: Provider<PushMessage>;
}>;
