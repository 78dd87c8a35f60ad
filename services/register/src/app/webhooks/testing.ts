import type { WebhookDelivery } from '../../domain/webhooks/delivery.ts';
import type { FailureAlert, Subscription } from '../../domain/webhooks/subscription.ts';
import { aReportingRegister } from '../reports/testing.ts';
import { stale } from '../testing.ts';
import type { Deliveries, Subscriptions } from './ports.ts';

const put = <Item extends Readonly<{ id: string; version: number }>>(stored: Map<string, Item>, item: Item): void => {
  if ((stored.get(item.id)?.version ?? 0) !== item.version - 1) throw stale();
  stored.set(item.id, item);
};

export const inMemorySubscriptions = () => {
  const stored = new Map<string, Subscription>();
  const alerts: FailureAlert[] = [];
  const subscriptions: Subscriptions = {
    find: async (id) => stored.get(id),
    all: async () => [...stored.values()],
    save: async (subscription, caused) => {
      put(stored, subscription);
      alerts.push(...caused);
    },
    remove: async ({ id }) => void stored.delete(id),
  };
  return { ...subscriptions, stored, alerts };
};

const newestFirst = (a: WebhookDelivery, b: WebhookDelivery): number =>
  b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1);

export const inMemoryDeliveries = () => {
  const stored = new Map<string, WebhookDelivery>();
  const deliveries: Deliveries = {
    find: async (id) => stored.get(id),
    list: async ({ subscriptionId, state, limit, before }) =>
      [...stored.values()]
        .filter((one) => one.subscriptionId === subscriptionId && (!state || one.state === state))
        .filter(
          ({ createdAt, id }) => !before || createdAt < before.at || (+createdAt === +before.at && id < before.id),
        )
        .sort(newestFirst)
        .slice(0, limit),
    about: async (personId) => [...stored.values()].filter((one) => one.personId === personId),
    save: async (delivery) => {
      await Promise.resolve();
      put(stored, delivery);
    },
    remove: async ({ id }) => void stored.delete(id),
  };
  return { ...deliveries, stored };
};

/** A register in memory whose webhooks call nobody: `answers` says what comes back. */
export const aTellingRegister = (start: string) => {
  const register = aReportingRegister(start);
  const subscriptions = inMemorySubscriptions();
  const deliveries = inMemoryDeliveries();
  const calls: Readonly<{ url: string; body: string; headers: Readonly<Record<string, string>> }>[] = [];
  const answers = { status: 200 };
  return {
    ...register,
    subscriptions,
    deliveries,
    calls,
    answers,
    addressFault: (url: string) => (url.startsWith('https://') ? undefined : 'must begin with https://'),
    secretOf: ({ id, generation }: Readonly<{ id: string; generation: number }>) => `${id}-${generation}`,
    sign: (secret: string) => `signed with ${secret}`,
    callOut: async (call: (typeof calls)[number]) => {
      calls.push(call);
      return { status: answers.status, durationMs: 1 };
    },
    chance: () => 0.5,
  };
};
