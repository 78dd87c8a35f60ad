import type { Envelope } from '@guildhall/messaging';
import type { Aggregates, Stored } from '@guildhall/mongo';
import type { Subscriptions } from './ports.ts';
import { remembered } from './remembered.ts';
import type { FailureAlert, Subscription, WebhookSettings } from './subscription.ts';

/** A subscription as it is stored. */
export type SubscriptionState<S extends WebhookSettings> = Omit<Subscription<S>, 'id' | 'version'>;

type Deps<S extends WebhookSettings> = Readonly<{
  subscriptions: Aggregates<SubscriptionState<S>>;
  toMessage: (alert: FailureAlert<S>) => Envelope;
}>;

// Every fact asks for all of them.
const rememberedMs = 1_000;

/** Subscriptions in the store; `all` is up to a second old where another replica changed one. */
export function subscriptionRepository<S extends WebhookSettings>(deps: Deps<S>): Subscriptions<S> {
  const { subscriptions, toMessage } = deps;
  const every = remembered(() => readAll(subscriptions), rememberedMs);
  return {
    find: async (id) => {
      const found = await subscriptions.find(id);
      return found && { ...found.state, id: found.id, version: found.version };
    },
    all: every.get,
    save: async ({ id, version, ...state }, alerts) => {
      await subscriptions.save({ id, version, state, messages: alerts.map(toMessage) });
      every.forget();
    },
    remove: async ({ id, version }) => {
      await subscriptions.remove(id, version);
      every.forget();
    },
  };
}

async function readAll<S extends WebhookSettings>(subscriptions: Aggregates<SubscriptionState<S>>) {
  const query = subscriptions.model.find({}, { version: 1, state: 1 }).sort({ _id: 1 });
  const found = await query.lean<Stored<SubscriptionState<S>>[]>();
  return found.map(({ _id, version, state }): Subscription<S> => ({ ...state, id: _id, version }));
}
