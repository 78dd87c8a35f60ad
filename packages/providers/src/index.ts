export { off } from './off.ts';
export { ProviderError, type ProviderErrorOptions } from './provider-error.ts';
export type { Priority, Provider, ProviderState, Receipt, SendOptions, Turn, TurnOptions } from './provider.ts';
export { push, type PushMessage, type PushOptions, type ServiceAccount } from './push.ts';
export { slack, type SlackOptions } from './slack.ts';
export { type SlackBlock, type SlackMessage, type SlackPace } from './slack-message.ts';
export { slackWebhook, type SlackWebhookOptions } from './slack-webhook.ts';
export { type Sms, sms, type SmsOptions } from './sms.ts';
export { type Mail, type MailAttachment, smtp, type SmtpOptions } from './smtp.ts';
