import { AppError } from '@guildhall/kernel';

/** What the webhooks of the notifier refuse with. */
export const hookRefusals = {
  webhookNotFound: (): AppError => new AppError('not-found', 'notifier.webhook_not_found', 'There is no such webhook.'),
  deliveryNotFound: (): AppError =>
    new AppError('not-found', 'notifier.delivery_not_found', 'This webhook has no such call.'),
  webhookOff: (): AppError =>
    new AppError('conflict', 'notifier.webhook_off', 'This webhook is not active: make it active first.'),
  tooManyWebhooks: (most: number): AppError =>
    new AppError('conflict', 'notifier.too_many_webhooks', `There are at most ${most} webhooks: remove one first.`),
  webhookUrlUnusable: (detail: string): AppError =>
    new AppError('invalid', 'notifier.webhook_url_unusable', `The address ${detail}.`, {
      errors: [{ pointer: '/hook/url', detail }],
    }),
  badPageToken: (): AppError =>
    new AppError('invalid', 'notifier.bad_page_token', 'This page token was not given out here.'),
};
