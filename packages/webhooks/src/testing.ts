import { AppError } from '@guildhall/kernel';
import { testClock } from '@guildhall/testing';
import type { WebhookDelivery } from './delivery.ts';
import type { Deliveries, Refusals, Subscriptions } from './ports.ts';
import type { FailureAlert, Subscription, WebhookSettings } from './subscription.ts';

export type TestSettings = WebhookSettings & Readonly<{ site: string }>;

const put = <Item extends Readonly<{ id: string; version: number }>>(stored: Map<string, Item>, item: Item): void => {
  if ((stored.get(item.id)?.version ?? 0) !== item.version - 1)
    throw new AppError('stale', 'store.stale_version', 'It has changed.');
  stored.set(item.id, item);
};

const inMemorySubscriptions = () => {
  const stored = new Map<string, Subscription<TestSettings>>();
  const alerts: FailureAlert[] = [];
  const subscriptions: Subscriptions<TestSettings> = {
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

const inMemoryDeliveries = () => {
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

const refusal = (code: string) => () => new AppError('conflict', code, 'No.');

const refusals: Refusals = {
  webhookNotFound: refusal('test.webhook_not_found'),
  deliveryNotFound: refusal('test.delivery_not_found'),
  webhookOff: refusal('test.webhook_off'),
  tooManyWebhooks: refusal('test.too_many_webhooks'),
  webhookUrlUnusable: refusal('test.webhook_url_unusable'),
  badPageToken: refusal('test.bad_page_token'),
};

/** A service in memory whose webhooks call nobody: `answers` says what comes back. */
export const aTellingService = (start: string) => {
  const calls: Readonly<{ url: string; body: string; headers: Readonly<Record<string, string>> }>[] = [];
  const acts: string[] = [];
  const answers = { status: 200 };
  let made = 0;
  return {
    subscriptions: inMemorySubscriptions(),
    deliveries: inMemoryDeliveries(),
    clock: testClock(start),
    newId: () => `id${(made += 1)}`,
    refusals,
    calls,
    acts,
    answers,
    addressFault: (url: string) => (url.startsWith('https://') ? undefined : 'must begin with https://'),
    check: async ({ site }: TestSettings) => {
      if (site === 'nowhere') throw new AppError('not-found', 'test.no_site', 'There is no such site.');
    },
    isConcerned: ({ site }: TestSettings, { about }: Readonly<{ about: Readonly<Record<string, string>> }>) =>
      !site || site === about['site'],
    aboutPing: ({ site }: TestSettings) => ({ site }),
    record: async (act: string, _subscription: unknown, by: Readonly<{ personId: string }>) =>
      void acts.push(`${act} ${by.personId}`),
    secretOf: ({ id, generation }: Readonly<{ id: string; generation: number }>) => `${id}-${generation}`,
    sign: (secret: string) => `signed with ${secret}`,
    callOut: async (call: (typeof calls)[number]) => {
      calls.push(call);
      return { status: answers.status, durationMs: 1 };
    },
    chance: () => 0.5,
  };
};
