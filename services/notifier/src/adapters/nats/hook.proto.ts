import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import {
  type HookCallSchema,
  HookCallState,
  HookEvent,
  type HookSchema,
  type HookSettings as Asked,
} from '@guildhall/contracts/notifier/v1/webhooks';
import type { DeliveryState, Subscription, WebhookDelivery } from '@guildhall/webhooks';
import { type HookEvent as Event, hookEvents, type HookSettings } from '../../domain/hooks/events.ts';

const events: Readonly<Record<Event | 'ping', HookEvent>> = {
  'message.sent': HookEvent.MESSAGE_SENT,
  'message.delivered': HookEvent.MESSAGE_DELIVERED,
  'message.failed': HookEvent.MESSAGE_FAILED,
  'message.answered': HookEvent.MESSAGE_ANSWERED,
  'message.read': HookEvent.MESSAGE_READ,
  ping: HookEvent.PING,
};

const states: Readonly<Record<DeliveryState, HookCallState>> = {
  pending: HookCallState.PENDING,
  delivered: HookCallState.DELIVERED,
  failed: HookCallState.FAILED,
};

/** Every state when absent. */
export const stateOf = (value: HookCallState): DeliveryState | undefined =>
  (['pending', 'delivered', 'failed'] as const).find((state) => states[state] === value);

export const settingsOf = ({ url, events: wanted, description, active }: Asked): HookSettings => ({
  url,
  description,
  active,
  events: hookEvents.filter((event) => wanted.includes(events[event])),
});

export const hookToProto = (
  { id, settings, createdAt, failingSince, disabledForFailing }: Subscription<HookSettings>,
  secret?: string,
): MessageInitShape<typeof HookSchema> => ({
  id,
  disabledForFailing,
  createdAt: timestampFromDate(createdAt),
  settings: { ...settings, events: settings.events.map((event) => events[event]) },
  ...(secret && { secret }),
  ...(failingSince && { failingSince: timestampFromDate(failingSince) }),
});

export const callToProto = (delivery: WebhookDelivery): MessageInitShape<typeof HookCallSchema> => {
  const { id, subscriptionId: hookId, event, state, createdAt, nextTryAt, tryCount, tries } = delivery;
  return {
    id,
    hookId,
    tryCount,
    event: events[event as Event | 'ping'],
    state: states[state],
    createdAt: timestampFromDate(createdAt),
    ...(nextTryAt && { nextTryAt: timestampFromDate(nextTryAt) }),
    tries: tries.map(({ at, ...attempt }) => ({ ...attempt, at: timestampFromDate(at) })),
  };
};
