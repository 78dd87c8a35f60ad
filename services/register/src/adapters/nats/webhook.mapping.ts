import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import {
  WebhookDeliveryState,
  type WebhookDeliverySchema,
  WebhookEvent,
  type WebhookSchema,
  type WebhookSettings,
} from '@guildhall/contracts/register/v1/webhooks';
import type { DeliveryState, Subscription, WebhookDelivery } from '@guildhall/webhooks';
import { type DeliveredEvent, subscribable, type SubscriptionSettings } from '../../domain/webhooks/events.ts';

const events: Readonly<Record<DeliveredEvent, WebhookEvent>> = {
  'visit.opened': WebhookEvent.VISIT_OPENED,
  'visit.closed': WebhookEvent.VISIT_CLOSED,
  'visit.rolled_over': WebhookEvent.VISIT_ROLLED_OVER,
  'visit.corrected': WebhookEvent.VISIT_CORRECTED,
  'site.crowded': WebhookEvent.SITE_CROWDED,
  'cover.changed': WebhookEvent.COVER_CHANGED,
  'roll_call.started': WebhookEvent.ROLL_CALL_STARTED,
  'roll_call.ended': WebhookEvent.ROLL_CALL_ENDED,
  'snapshot.taken': WebhookEvent.SNAPSHOT_TAKEN,
  ping: WebhookEvent.PING,
};

const states: Readonly<Record<DeliveryState, WebhookDeliveryState>> = {
  pending: WebhookDeliveryState.PENDING,
  delivered: WebhookDeliveryState.DELIVERED,
  failed: WebhookDeliveryState.FAILED,
};

/** Every state when absent. */
export const stateOf = (value: WebhookDeliveryState): DeliveryState | undefined =>
  (['pending', 'delivered', 'failed'] as const).find((state) => states[state] === value);

export const settingsOf = ({
  url,
  events: wanted,
  siteId,
  description,
  active,
}: WebhookSettings): SubscriptionSettings => ({
  url,
  siteId,
  description,
  active,
  events: subscribable.filter((event) => wanted.includes(events[event])),
});

export const subscriptionToMessage = (
  { id, settings, createdAt, failingSince, disabledForFailing }: Subscription<SubscriptionSettings>,
  secret?: string,
): MessageInitShape<typeof WebhookSchema> => ({
  id,
  disabledForFailing,
  createdAt: timestampFromDate(createdAt),
  settings: { ...settings, events: settings.events.map((event) => events[event]) },
  ...(secret && { secret }),
  ...(failingSince && { failingSince: timestampFromDate(failingSince) }),
});

export const deliveryToMessage = (delivery: WebhookDelivery): MessageInitShape<typeof WebhookDeliverySchema> => {
  const { id, subscriptionId: webhookId, event, state, createdAt, nextTryAt, tryCount, tries } = delivery;
  return {
    id,
    webhookId,
    tryCount,
    event: events[event as DeliveredEvent],
    state: states[state],
    createdAt: timestampFromDate(createdAt),
    ...(nextTryAt && { nextTryAt: timestampFromDate(nextTryAt) }),
    tries: tries.map(({ at, ...attempt }) => ({ ...attempt, at: timestampFromDate(at) })),
  };
};
