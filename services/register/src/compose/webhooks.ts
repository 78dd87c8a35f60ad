import { WebhookService } from '@guildhall/contracts/register/v1/webhooks';
import type { Clock, Handler, NewId } from '@guildhall/kernel';
import { type Delivery, serve } from '@guildhall/messaging';
import { aggregates, dueItems, type Offer, type Store } from '@guildhall/mongo';
import type { Process } from '@guildhall/runtime';
import { addressFault } from '../adapters/http/address-rule.ts';
import { callOut } from '../adapters/http/call-out.ts';
import {
  deliveryCollection,
  deliveryIndexes,
  deliveryRepository,
  type DeliveryState,
} from '../adapters/mongo/delivery.repository.ts';
import {
  subscriptionCollection,
  subscriptionRepository,
  type SubscriptionState,
} from '../adapters/mongo/subscription.repository.ts';
import { webhookFactsConsumer } from '../adapters/nats/webhook-facts.consumer.ts';
import { failureAlertMessage } from '../adapters/nats/webhook.messages.ts';
import { webhookService } from '../adapters/nats/webhook.service.ts';
import { secretsFrom, signBody } from '../adapters/node/webhook-signature.ts';
import type { AuditTrail } from '../app/ports.ts';
import { recordLook } from '../app/reports/record-look.ts';
import type { SiteCatalogue } from '../app/sites/site-catalogue.ts';
import { deliverHandler } from '../app/webhooks/deliver.ts';
import {
  getDeliveryHandler,
  listDeliveriesHandler,
  pingHandler,
  replayFailedHandler,
  replayHandler,
} from '../app/webhooks/deliveries.ts';
import { forgetPersonHandler } from '../app/webhooks/forget-person.ts';
import {
  createSubscriptionHandler,
  deleteSubscriptionHandler,
  rotateSecretHandler,
  subscriptionOf,
  updateSubscriptionHandler,
} from '../app/webhooks/subscriptions.ts';
import { tellSubscribersHandler } from '../app/webhooks/tell-subscribers.ts';
import type { Settings } from '../config.ts';
import { whileAny } from '../while-any.ts';

/** The aggregates of webhooks. */
export const webhookCollections = (store: Store, offer: Offer) => ({
  webhooks: aggregates<SubscriptionState>({ store, collection: subscriptionCollection, offer }),
  webhookDeliveries: aggregates<DeliveryState>({
    store,
    collection: deliveryCollection,
    indexes: deliveryIndexes,
    offer,
  }),
});

type Collections = ReturnType<typeof webhookCollections>;
type Parts = Readonly<{ sites: SiteCatalogue; audits: AuditTrail; newId: NewId; clock: Clock }>;

const lookMs = 1_000;

const close = (held: Readonly<{ close(): Promise<void> }>): Promise<void> => held.close();

/** Starts webhooks; `parts` are shared with the rest of the register. */
export async function composeWebhooks(process: Process<Settings>, of: Collections, parts: Parts) {
  const { bus, life, log, clock } = process;
  const deps = depsOf(process, of, parts);
  const deliveries = dueItems({
    of: of.webhookDeliveries,
    clock,
    handle: deliverHandler(deps),
    report: (error, deliveryId) => log.error({ error, deliveryId }, 'a webhook could not be delivered'),
  });
  await life.hold('webhook deliveries', deliveries, close);
  await life.hold('clock of webhooks', clock.onMove(deliveries.nudge), (stop) => stop());
  const failed = (error: unknown, { subject }: Delivery): void => log.warn({ error, subject }, 'a fact failed');
  const tell = tellSubscribersHandler(deps);
  const facts = {
    // Every movement is one of its facts: nobody reads them while nobody wants to know.
    isWanted: async () => (await deps.subscriptions.all()).length > 0,
    open: () => webhookFactsConsumer(bus, tell, failed),
    everyMs: lookMs,
  };
  const trouble = (error: unknown): void => log.warn({ error }, 'the subscriptions could not be read');
  await life.hold('webhook facts', whileAny(facts, trouble), close);
  const calls = serve(bus, WebhookService, serviceOf(deps), {
    report: (error, method) => log.error({ error, method: method.name }, 'a call failed'),
  });
  await life.hold('webhook calls', calls, close);
  const forgetDeliveries: Handler<string> = forgetPersonHandler(deps);
  return { forgetDeliveries };
}

function depsOf({ settings }: Process<Settings>, of: Collections, parts: Parts) {
  const addresses = { allowLoopback: settings.SANDBOX };
  return {
    ...parts,
    addressFault: (url: string) => addressFault(url, addresses),
    subscriptions: subscriptionRepository({ subscriptions: of.webhooks, toMessage: failureAlertMessage }),
    deliveries: deliveryRepository(of.webhookDeliveries),
    recordLook: recordLook(parts),
    secretOf: secretsFrom(settings.LINK_KEY),
    sign: signBody,
    callOut: callOut({ addresses }),
    chance: Math.random,
  };
}

const serviceOf = (deps: ReturnType<typeof depsOf>) =>
  webhookService({
    list: deps.subscriptions.all,
    get: (id) => subscriptionOf(deps, id),
    create: createSubscriptionHandler(deps),
    update: updateSubscriptionHandler(deps),
    remove: deleteSubscriptionHandler(deps),
    rotateSecret: rotateSecretHandler(deps),
    ping: pingHandler(deps),
    listDeliveries: listDeliveriesHandler(deps),
    getDelivery: getDeliveryHandler(deps),
    replay: replayHandler(deps),
    replayFailed: replayFailedHandler(deps),
  });
