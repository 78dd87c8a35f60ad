import { WebhookService } from '@guildhall/contracts/register/v1/webhooks';
import type { Clock, NewId } from '@guildhall/kernel';
import { type Delivery, serve } from '@guildhall/messaging';
import { aggregates, dueItems, type Offer, type Store } from '@guildhall/mongo';
import type { Process } from '@guildhall/runtime';
import { deliveryIndexes, type StoredDelivery, type SubscriptionState, webhooks, whileAny } from '@guildhall/webhooks';
import { webhookFactsConsumer } from '../adapters/nats/webhook-facts.consumer.ts';
import { failureAlertMessage } from '../adapters/nats/webhook.messages.ts';
import { type Hooks, webhookService } from '../adapters/nats/webhook.service.ts';
import type { TellSnapshot } from '../app/evacuation/ports.ts';
import type { AuditTrail } from '../app/ports.ts';
import { recordLook } from '../app/reports/record-look.ts';
import type { SiteCatalogue } from '../app/sites/site-catalogue.ts';
import { recordWebhookAct } from '../app/webhooks/record-act.ts';
import type { Settings } from '../config.ts';
import { isConcerned, type SubscriptionSettings } from '../domain/webhooks/events.ts';
import { webhookRefusals } from '../domain/webhooks/refusals.ts';

/** The aggregates of webhooks. */
export const webhookCollections = (store: Store, offer: Offer) => ({
  webhooks: aggregates<SubscriptionState<SubscriptionSettings>>({ store, collection: 'webhooks', offer }),
  webhookDeliveries: aggregates<StoredDelivery>({
    store,
    collection: 'webhook_deliveries',
    indexes: deliveryIndexes,
    offer,
  }),
});

type Collections = ReturnType<typeof webhookCollections>;
type Parts = Readonly<{ sites: SiteCatalogue; audits: AuditTrail; newId: NewId; clock: Clock }>;

const lookMs = 1_000;
// It names everybody who is inside.
const snapshotKeptMs = 24 * 3_600_000;

const close = (held: Readonly<{ close(): Promise<void> }>): Promise<void> => held.close();

/** The register's webhooks; `parts` are shared with the rest of it. */
export const registerWebhooks = ({ settings }: Process<Settings>, of: Collections, parts: Parts): Hooks =>
  webhooks({
    subscriptions: of.webhooks,
    deliveries: of.webhookDeliveries,
    key: settings.LINK_KEY,
    allowLoopback: settings.SANDBOX,
    toMessage: failureAlertMessage,
    isConcerned: (wanted, { about }) => isConcerned(wanted, about['siteId']),
    aboutPing: ({ siteId }) => ({ siteId }),
    check: async ({ siteId }) => {
      if (siteId) await parts.sites.get(siteId);
    },
    record: recordWebhookAct({ ...parts, recordLook: recordLook(parts) }),
    refusals: webhookRefusals,
    newId: parts.newId,
    clock: parts.clock,
  });

/** Delivers the signed list of who is inside to those who listen to it. */
export const snapshotTeller =
  ({ tell }: Hooks): TellSnapshot =>
  ({ siteId, ...snapshot }) =>
    tell({ ...snapshot, event: 'snapshot.taken', personId: '', about: { siteId }, keptForMs: snapshotKeptMs });

/** Starts webhooks. */
export async function composeWebhooks({ bus, life, log, clock }: Process<Settings>, of: Collections, hooks: Hooks) {
  const deliveries = dueItems({
    of: of.webhookDeliveries,
    clock,
    handle: hooks.deliver,
    report: (error, deliveryId) => log.error({ error, deliveryId }, 'a webhook could not be delivered'),
  });
  await life.hold('webhook deliveries', deliveries, close);
  await life.hold('clock of webhooks', clock.onMove(deliveries.nudge), (stop) => stop());
  const failed = (error: unknown, { subject }: Delivery): void => log.warn({ error, subject }, 'a fact failed');
  const facts = {
    // Every movement is one of its facts: nobody reads them while nobody wants to know.
    isWanted: hooks.isWanted,
    open: () => webhookFactsConsumer(bus, hooks.tell, failed),
    everyMs: lookMs,
  };
  const trouble = (error: unknown): void => log.warn({ error }, 'the subscriptions could not be read');
  await life.hold('webhook facts', whileAny(facts, trouble), close);
  const calls = serve(bus, WebhookService, webhookService(hooks), {
    report: (error, method) => log.error({ error, method: method.name }, 'a call failed'),
  });
  await life.hold('webhook calls', calls, close);
}
