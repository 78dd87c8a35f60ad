import type { Envelope } from '@guildhall/messaging';
import type { Aggregates, Stored } from '@guildhall/mongo';
import type { Subscriptions } from '../../app/webhooks/ports.ts';
import type { FailureAlert, Subscription } from '../../domain/webhooks/subscription.ts';
import { remembered } from './remembered.ts';

export const subscriptionCollection = 'webhooks';
export type SubscriptionState = Omit<Subscription, 'id' | 'version'>;

type Deps = Readonly<{
  subscriptions: Aggregates<SubscriptionState>;
  toMessage: (alert: FailureAlert) => Envelope;
}>;

// Every movement asks for all of them.
const rememberedMs = 1_000;

export function subscriptionRepository({ subscriptions, toMessage }: Deps): Subscriptions {
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

async function readAll(subscriptions: Aggregates<SubscriptionState>): Promise<readonly Subscription[]> {
  const query = subscriptions.model.find({}, { version: 1, state: 1 }).sort({ _id: 1 });
  const found = await query.lean<Stored<SubscriptionState>[]>();
  return found.map(({ _id, version, state }) => ({ ...state, id: _id, version }));
}
