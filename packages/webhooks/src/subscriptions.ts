import type { Clock, Handler, NewId } from '@guildhall/kernel';
import type { Actor, RecordAct, Refusals, SecretOf, Subscriptions } from './ports.ts';
import { changed, type Subscription, type WebhookSettings, withNewSecret } from './subscription.ts';

export type CreateSubscription<S, By> = Readonly<{ settings: S; by: By }>;
export type NamedSubscription<By> = Readonly<{ id: string; by: By }>;
export type UpdateSubscription<S, By> = NamedSubscription<By> & Readonly<{ settings: S }>;
export type WithSecret<S extends WebhookSettings> = Readonly<{ subscription: Subscription<S>; secret: string }>;

export type SubscriptionDeps<S extends WebhookSettings, By extends Actor> = Readonly<{
  subscriptions: Subscriptions<S>;
  secretOf: SecretOf;
  /** Why an address cannot be called, or undefined. */
  addressFault: (url: string) => string | undefined;
  /** Throws where other settings of the service are wrong. */
  check: (settings: S) => Promise<void>;
  record: RecordAct<By, S>;
  refusals: Refusals;
  newId: NewId;
  clock: Clock;
}>;

const most = 100;

/** Makes a subscription; the answer alone shows the secret. At most a hundred. */
export const createSubscriptionHandler =
  <S extends WebhookSettings, By extends Actor>(
    deps: SubscriptionDeps<S, By>,
  ): Handler<CreateSubscription<S, By>, WithSecret<S>> =>
  async ({ settings, by }) => {
    await check(deps, settings);
    if ((await deps.subscriptions.all()).length >= most) throw deps.refusals.tooManyWebhooks(most);
    const subscription: Subscription<S> = {
      id: deps.newId(),
      version: 1,
      settings,
      createdAt: deps.clock.now(),
      createdBy: by.personId,
      generation: 1,
      disabledForFailing: false,
    };
    await deps.subscriptions.save(subscription, []);
    await deps.record('create', subscription, by);
    return { subscription, secret: deps.secretOf(subscription) };
  };

/** Replaces the settings as a whole. */
export const updateSubscriptionHandler =
  <S extends WebhookSettings, By extends Actor>(
    deps: SubscriptionDeps<S, By>,
  ): Handler<UpdateSubscription<S, By>, Subscription<S>> =>
  async ({ id, settings, by }) => {
    await check(deps, settings);
    const next = changed(await subscriptionOf(deps, id), settings);
    await deps.subscriptions.save(next, []);
    await deps.record('update', next, by);
    return next;
  };

/** A new secret; the old one is worth nothing from now on. */
export const rotateSecretHandler =
  <S extends WebhookSettings, By extends Actor>(
    deps: SubscriptionDeps<S, By>,
  ): Handler<NamedSubscription<By>, WithSecret<S>> =>
  async ({ id, by }) => {
    const subscription = withNewSecret(await subscriptionOf(deps, id));
    await deps.subscriptions.save(subscription, []);
    await deps.record('secret', subscription, by);
    return { subscription, secret: deps.secretOf(subscription) };
  };

/** What was still to be delivered is given up. */
export const deleteSubscriptionHandler =
  <S extends WebhookSettings, By extends Actor>(deps: SubscriptionDeps<S, By>): Handler<NamedSubscription<By>> =>
  async ({ id, by }) => {
    const subscription = await subscriptionOf(deps, id);
    await deps.subscriptions.remove(subscription);
    await deps.record('delete', { ...subscription, version: subscription.version + 1 }, by);
  };

/** Throws `webhookNotFound`. */
export async function subscriptionOf<S extends WebhookSettings>(
  { subscriptions, refusals }: Readonly<{ subscriptions: Subscriptions<S>; refusals: Refusals }>,
  id: string,
): Promise<Subscription<S>> {
  const found = await subscriptions.find(id);
  if (!found) throw refusals.webhookNotFound();
  return found;
}

async function check<S extends WebhookSettings, By extends Actor>(deps: SubscriptionDeps<S, By>, settings: S) {
  const fault = deps.addressFault(settings.url);
  if (fault) throw deps.refusals.webhookUrlUnusable(fault);
  await deps.check(settings);
}
