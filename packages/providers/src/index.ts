export { type Failover, failover } from './failover.ts';
export { type FolderReader, type GoogleFolders, googleFolders, type GoogleFoldersOptions } from './google-drive.ts';
export { type GoogleGroups, googleGroups, type GoogleGroupsOptions } from './google-groups.ts';
export { graphMail, type GraphMailOptions } from './graph-mail.ts';
export type { Surroundings } from './guarded.ts';
export type { Mail, MailAttachment } from './mail.ts';
export { off } from './off.ts';
export { type About, type PassedOn, ProviderError, type ProviderErrorOptions } from './provider-error.ts';
export type {
  DelayOptions,
  Priority,
  Provider,
  ProviderState,
  Receipt,
  SendOptions,
  Turn,
  TurnOptions,
} from './provider.ts';
export { push, type PushMessage, type PushOptions, type ServiceAccount } from './push.ts';
export { redirected } from './redirected.ts';
export type { Pause, Sharing } from './sharing.ts';
export { slack, type SlackOptions } from './slack.ts';
export type { SlackBlock, SlackMessage, SlackPace, SlackPost } from './slack-message.ts';
export {
  type SlackChannel,
  type SlackConnection,
  type SlackUser,
  type SlackWorkspace,
  slackWorkspace,
  type SlackWorkspaceOptions,
} from './slack-workspace.ts';
export { slackWebhook, type SlackWebhookOptions } from './slack-webhook.ts';
export { type Sms, sms, type SmsOptions } from './sms.ts';
export type { SmsPrices } from './sms-price.ts';
export { type SmsSegments, smsSegments } from './sms-segments.ts';
export { smtp, type SmtpOptions } from './smtp.ts';
