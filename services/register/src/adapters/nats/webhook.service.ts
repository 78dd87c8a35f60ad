import type { WebhookService } from '@guildhall/contracts/register/v1/webhooks';
import type { Handler } from '@guildhall/kernel';
import type { Call, Implementation } from '@guildhall/messaging';
import type { DeliveryPage, ListDeliveries, NamedDelivery } from '../../app/webhooks/deliveries.ts';
import type {
  CreateSubscription,
  NamedSubscription,
  UpdateSubscription,
  WithSecret,
} from '../../app/webhooks/subscriptions.ts';
import type { WebhookDelivery } from '../../domain/webhooks/delivery.ts';
import type { Subscription } from '../../domain/webhooks/subscription.ts';
import { moverOf } from './mover.ts';
import { deliveryToMessage, settingsOf, stateOf, subscriptionToMessage } from './webhook.mapping.ts';

export type WebhookHandlers = Readonly<{
  list: () => Promise<readonly Subscription[]>;
  get: Handler<string, Subscription>;
  create: Handler<CreateSubscription, WithSecret>;
  update: Handler<UpdateSubscription, Subscription>;
  remove: Handler<NamedSubscription>;
  rotateSecret: Handler<NamedSubscription, WithSecret>;
  ping: Handler<NamedSubscription, WebhookDelivery>;
  listDeliveries: Handler<ListDeliveries, DeliveryPage>;
  getDelivery: Handler<Omit<NamedDelivery, 'by'>, WebhookDelivery>;
  replay: Handler<NamedDelivery, WebhookDelivery>;
  replayFailed: Handler<NamedSubscription, number>;
}>;

/** The contract's methods in terms of the use cases. */
export const webhookService = (handlers: WebhookHandlers): Implementation<typeof WebhookService> => ({
  ...subscriptionMethods(handlers),
  ...deliveryMethods(handlers),
});

const subscriptionMethods = (handlers: WebhookHandlers) =>
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

const deliveryMethods = (handlers: WebhookHandlers) =>
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

const named = (id: string, call: Call): NamedSubscription => ({ id, by: moverOf(call) });

const shown = ({ subscription, secret }: WithSecret) => subscriptionToMessage(subscription, secret);
