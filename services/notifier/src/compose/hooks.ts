import { HookService } from '@guildhall/contracts/notifier/v1/webhooks';
import { type Delivery, newId, serve } from '@guildhall/messaging';
import { aggregates, dueItems, type Offer, type Store } from '@guildhall/mongo';
import type { Process } from '@guildhall/runtime';
import { deliveryIndexes, type StoredDelivery, type SubscriptionState, webhooks, whileAny } from '@guildhall/webhooks';
import { createHmac } from 'node:crypto';
import { hookFactsConsumer } from '../adapters/nats/hook-facts.consumer.ts';
import { hookAlertMessage } from '../adapters/nats/hook.messages.ts';
import { type Hooks, hookService } from '../adapters/nats/hook.service.ts';
import type { Settings } from '../config.ts';
import type { HookSettings } from '../domain/hooks/events.ts';
import { hookRefusals } from '../domain/hooks/refusals.ts';

/** The aggregates of webhooks. */
export const hookCollections = (store: Store, offer: Offer) => ({
  hooks: aggregates<SubscriptionState<HookSettings>>({ store, collection: 'webhooks', offer }),
  hookCalls: aggregates<StoredDelivery>({ store, collection: 'webhook_calls', indexes: deliveryIndexes, offer }),
});

type Collections = ReturnType<typeof hookCollections>;

const lookMs = 1_000;

const close = (held: Readonly<{ close(): Promise<void> }>): Promise<void> => held.close();
const nothing = async (): Promise<void> => undefined;

/** Starts telling systems of others what became of messages. */
export async function composeHooks(process: Process<Settings>, of: Collections): Promise<Hooks> {
  const { bus, life, log, clock } = process;
  const hooks = hooksOf(process, of);
  const report = (error: unknown, callId: string): void =>
    log.error({ error, callId }, 'a webhook could not be called');
  const calls = dueItems({ of: of.hookCalls, clock, handle: hooks.deliver, report });
  await life.hold('webhook calls', calls, close);
  await life.hold('clock of webhooks', clock.onMove(calls.nudge), (stop) => stop());
  const failed = (error: unknown, { subject }: Delivery): void => log.warn({ error, subject }, 'a fact failed');
  const facts = {
    // Every message is one of its facts: nobody reads them while nobody wants to know.
    isWanted: hooks.isWanted,
    open: () => hookFactsConsumer(bus, hooks.tell, failed),
    everyMs: lookMs,
  };
  const trouble = (error: unknown): void => log.warn({ error }, 'the webhooks could not be read');
  await life.hold('webhook facts', whileAny(facts, trouble), close);
  const served = serve(bus, HookService, hookService(hooks), {
    report: (error, method) => log.error({ error, method: method.name }, 'method'),
  });
  await life.hold('webhook methods', served, close);
  return hooks;
}

const hooksOf = ({ settings, clock }: Process<Settings>, of: Collections): Hooks =>
  webhooks<HookSettings, Readonly<{ personId: string }>>({
    subscriptions: of.hooks,
    deliveries: of.hookCalls,
    // A key of its own, so that nothing is signed with what opens sealed variables.
    key: createHmac('sha256', settings.SEALING_KEY).update('webhooks').digest(),
    allowLoopback: settings.SANDBOX,
    toMessage: hookAlertMessage,
    isConcerned: () => true,
    aboutPing: () => ({}),
    check: nothing,
    record: nothing,
    refusals: hookRefusals,
    newId,
    clock,
  });
