import { AppError } from '@guildhall/kernel';

export const webhookNotFound = (): AppError =>
  new AppError('not-found', 'register.webhook_not_found', 'There is no such webhook.');

export const deliveryNotFound = (): AppError =>
  new AppError('not-found', 'register.delivery_not_found', 'This webhook has no such delivery.');

export const webhookUrlUnusable = (detail: string): AppError =>
  new AppError('invalid', 'register.webhook_url_unusable', `The address ${detail}.`, {
    errors: [{ pointer: '/webhook/url', detail }],
  });

export const webhookOff = (): AppError =>
  new AppError('conflict', 'register.webhook_off', 'This webhook is not active: make it active first.');

export const tooManyWebhooks = (most: number): AppError =>
  new AppError('conflict', 'register.too_many_webhooks', `There are at most ${most} webhooks: remove one first.`);
