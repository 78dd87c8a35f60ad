import { AppError } from '@guildhall/kernel';
import { badPageToken } from '../refusals.ts';

const webhookNotFound = (): AppError =>
  new AppError('not-found', 'register.webhook_not_found', 'There is no such webhook.');

const deliveryNotFound = (): AppError =>
  new AppError('not-found', 'register.delivery_not_found', 'This webhook has no such delivery.');

const webhookUrlUnusable = (detail: string): AppError =>
  new AppError('invalid', 'register.webhook_url_unusable', `The address ${detail}.`, {
    errors: [{ pointer: '/webhook/url', detail }],
  });

const webhookOff = (): AppError =>
  new AppError('conflict', 'register.webhook_off', 'This webhook is not active: make it active first.');

const tooManyWebhooks = (most: number): AppError =>
  new AppError('conflict', 'register.too_many_webhooks', `There are at most ${most} webhooks: remove one first.`);

/** What the webhooks of the register refuse with. */
export const webhookRefusals = {
  webhookNotFound,
  deliveryNotFound,
  webhookUrlUnusable,
  webhookOff,
  tooManyWebhooks,
  badPageToken,
};
