import type { Failover, Mail, Provider, PushMessage, SlackMessage, Sms } from '@guildhall/providers';
import type { Channel } from '../../domain/message.ts';

/** Everything that carries messages out of the platform; where there are several accounts, in the order of their use. */
export type WaysOut = Readonly<{
  email: Failover<Mail>;
  sms: Failover<Sms>;
  slack: Failover<SlackMessage>;
  slackWebhook: Provider<SlackMessage>;
  push: Provider<PushMessage>;
}>;

/** Each account by itself, with its channel. */
export const accountsOf = (ways: WaysOut): readonly (readonly [Channel, Provider<never>])[] => [
  ...ways.email.accounts.map((account) => ['email', account] as const),
  ...ways.sms.accounts.map((account) => ['sms', account] as const),
  ...ways.slack.accounts.map((account) => ['slack', account] as const),
  ['slack', ways.slackWebhook],
  ['push', ways.push],
];
