import type { Clock, Handler, NewId } from '@guildhall/kernel';
import type { Envelope } from '@guildhall/messaging';
import type { Aggregates } from '@guildhall/mongo';
import { addressFault } from './address-rule.ts';
import { callOut } from './call-out.ts';
import { deliverHandler } from './deliver.ts';
import {
  getDeliveryHandler,
  listDeliveriesHandler,
  pingHandler,
  replayFailedHandler,
  replayHandler,
} from './deliveries.ts';
import { deliveryRepository, type StoredDelivery } from './delivery-repository.ts';
import { forgetPersonHandler } from './forget-person.ts';
import type { Actor, RecordAct, Refusals } from './ports.ts';
import { secretsFrom, signBody } from './signature.ts';
import { subscriptionRepository, type SubscriptionState } from './subscription-repository.ts';
import type { FailureAlert, WebhookSettings } from './subscription.ts';
import {
  createSubscriptionHandler,
  deleteSubscriptionHandler,
  rotateSecretHandler,
  subscriptionOf,
  updateSubscriptionHandler,
} from './subscriptions.ts';
import { type About, type Happening, tellSubscribersHandler } from './tell-subscribers.ts';

export type WebhookOptions<S extends WebhookSettings, By extends Actor> = Readonly<{
  subscriptions: Aggregates<SubscriptionState<S>>;
  deliveries: Aggregates<StoredDelivery>;
  /** Secrets follow from it. */
  key: Uint8Array;
  /** For the sandbox, whose receivers are on this machine. */
  allowLoopback: boolean;
  /** What is said when a webhook was switched off for failing. */
  toMessage: (alert: FailureAlert<S>) => Envelope;
  isConcerned: (settings: S, happening: Happening) => boolean;
  aboutPing: (settings: S) => About;
  check: (settings: S) => Promise<void>;
  record: RecordAct<By, S>;
  refusals: Refusals;
  newId: NewId;
  clock: Clock;
}>;

/** Every use case of webhooks, on the two collections. Who serves them, and what facts are told, is the service's. */
export function webhooks<S extends WebhookSettings, By extends Actor>(options: WebhookOptions<S, By>) {
  const addresses = { allowLoopback: options.allowLoopback };
  const deps = {
    ...options,
    subscriptions: subscriptionRepository(options),
    deliveries: deliveryRepository(options.deliveries),
    addressFault: (url: string) => addressFault(url, addresses),
    secretOf: secretsFrom(options.key),
    sign: signBody,
    callOut: callOut({ addresses }),
    chance: Math.random,
  };
  const forgetPerson: Handler<string> = forgetPersonHandler(deps);
  return {
    list: deps.subscriptions.all,
    get: (id: string) => subscriptionOf(deps, id),
    create: createSubscriptionHandler(deps),
    update: updateSubscriptionHandler(deps),
    remove: deleteSubscriptionHandler(deps),
    rotateSecret: rotateSecretHandler(deps),
    ping: pingHandler(deps),
    listDeliveries: listDeliveriesHandler(deps),
    getDelivery: getDeliveryHandler(deps),
    replay: replayHandler(deps),
    replayFailed: replayFailedHandler(deps),
    /** For the `dueItems` of the deliveries. */
    deliver: deliverHandler(deps),
    tell: tellSubscribersHandler(deps),
    forgetPerson,
    /** False while nobody wants to know anything: facts need not even be read. */
    isWanted: async () => (await deps.subscriptions.all()).length > 0,
  };
}

/** The use cases of a service's webhooks. */
export type Webhooks<S extends WebhookSettings, By extends Actor> = ReturnType<typeof webhooks<S, By>>;
