import type { WebhookService } from '@guildhall/contracts/register/v1/webhooks';
import type { Call, Implementation } from '@guildhall/messaging';
import type { Webhooks, WithSecret } from '@guildhall/webhooks';
import type { Mover } from '../../domain/visit.ts';
import type { SubscriptionSettings } from '../../domain/webhooks/events.ts';
import { moverOf } from './mover.ts';
import { deliveryToMessage, settingsOf, stateOf, subscriptionToMessage } from './webhook.mapping.ts';

export type Hooks = Webhooks<SubscriptionSettings, Mover>;

/** The contract's methods in terms of the use cases. */
export const webhookService = (handlers: Hooks): Implementation<typeof WebhookService> => ({
  ...subscriptionMethods(handlers),
  ...deliveryMethods(handlers),
});

const subscriptionMethods = (handlers: Hooks) =>
  ({
    listWebhooks: async () => ({ webhooks: (await handlers.list()).map((one) => subscriptionToMessage(one)) }),
    getWebhook: async ({ webhookId }) => subscriptionToMessage(await handlers.get(webhookId)),
    createWebhook: async ({ webhook }, call) =>
      shown(await handlers.create({ settings: settingsOf(webhook!), by: moverOf(call) })),
    updateWebhook: async ({ webhookId: id, webhook }, call) =>
      subscriptionToMessage(await handlers.update({ id, settings: settingsOf(webhook!), by: moverOf(call) })),
    deleteWebhook: async ({ webhookId }, call) => {
      await handlers.remove(named(webhookId, call));
      return {};
    },
    rotateWebhookSecret: async ({ webhookId }, call) => shown(await handlers.rotateSecret(named(webhookId, call))),
  }) satisfies Partial<Implementation<typeof WebhookService>>;

const deliveryMethods = (handlers: Hooks) =>
  ({
    pingWebhook: async ({ webhookId }, call) => deliveryToMessage(await handlers.ping(named(webhookId, call))),
    listWebhookDeliveries: async ({ webhookId: id, state: wanted, pageSize, pageToken }) => {
      const state = stateOf(wanted);
      const { deliveries, ...page } = await handlers.listDeliveries({
        id,
        pageSize,
        pageToken,
        ...(state && { state }),
      });
      return { ...page, deliveries: deliveries.map(deliveryToMessage) };
    },
    getWebhookDelivery: async ({ webhookId: id, deliveryId }) => {
      const delivery = await handlers.getDelivery({ id, deliveryId });
      return { ...deliveryToMessage(delivery), body: delivery.body };
    },
    replayWebhookDelivery: async ({ webhookId, deliveryId }, call) =>
      deliveryToMessage(await handlers.replay({ ...named(webhookId, call), deliveryId })),
    replayFailedWebhookDeliveries: async ({ webhookId }, call) => ({
      replayed: await handlers.replayFailed(named(webhookId, call)),
    }),
  }) satisfies Partial<Implementation<typeof WebhookService>>;

const named = (id: string, call: Call) => ({ id, by: moverOf(call) });

const shown = ({ subscription, secret }: WithSecret<SubscriptionSettings>) =>
  subscriptionToMessage(subscription, secret);
