export type { DeliveryState, WebhookDelivery } from './delivery.ts';
export { deliveryIndexes, type StoredDelivery } from './delivery-repository.ts';
export type { Act, Refusals } from './ports.ts';
export type { SubscriptionState } from './subscription-repository.ts';
export type { FailureAlert, Subscription, WebhookSettings } from './subscription.ts';
export type { WithSecret } from './subscriptions.ts';
export type { Happening } from './tell-subscribers.ts';
export { webhooks, type Webhooks } from './webhooks.ts';
export { whileAny } from './while-any.ts';
