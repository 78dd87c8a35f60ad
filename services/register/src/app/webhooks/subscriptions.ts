import type { Clock, Handler, NewId } from '@guildhall/kernel';
import type { Mover } from '../../domain/visit.ts';
import { tooManyWebhooks, webhookNotFound, webhookUrlUnusable } from '../../domain/webhooks/refusals.ts';
import {
  changed,
  type Subscription,
  type SubscriptionSettings,
  withNewSecret,
} from '../../domain/webhooks/subscription.ts';
import type { AuditAction, AuditTrail } from '../ports.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import type { SecretOf, Subscriptions } from './ports.ts';

export type CreateSubscription = Readonly<{ settings: SubscriptionSettings; by: Mover }>;
export type NamedSubscription = Readonly<{ id: string; by: Mover }>;
export type UpdateSubscription = NamedSubscription & Readonly<{ settings: SubscriptionSettings }>;
export type WithSecret = Readonly<{ subscription: Subscription; secret: string }>;

export type SubscriptionDeps = Readonly<{
  subscriptions: Subscriptions;
  secretOf: SecretOf;
  /** Why an address cannot be called, or undefined. */
  addressFault: (url: string) => string | undefined;
  sites: SiteCatalogue;
  audits: AuditTrail;
  newId: NewId;
  clock: Clock;
}>;

const most = 100;

export const createSubscriptionHandler =
  (deps: SubscriptionDeps): Handler<CreateSubscription, WithSecret> =>
  async ({ settings, by }) => {
    await check(deps, settings);
    if ((await deps.subscriptions.all()).length >= most) throw tooManyWebhooks(most);
    const subscription: Subscription = {
      id: deps.newId(),
      version: 1,
      settings,
      createdAt: deps.clock.now(),
      createdBy: by.personId,
      generation: 1,
      disabledForFailing: false,
    };
    await deps.subscriptions.save(subscription, []);
    await record(deps, 'webhook.create', subscription, by);
    return { subscription, secret: deps.secretOf(subscription) };
  };

export const updateSubscriptionHandler =
  (deps: SubscriptionDeps): Handler<UpdateSubscription, Subscription> =>
  async ({ id, settings, by }) => {
    await check(deps, settings);
    const next = changed(await subscriptionOf(deps, id), settings);
    await deps.subscriptions.save(next, []);
    await record(deps, 'webhook.update', next, by);
    return next;
  };

export const rotateSecretHandler =
  (deps: SubscriptionDeps): Handler<NamedSubscription, WithSecret> =>
  async ({ id, by }) => {
    const subscription = withNewSecret(await subscriptionOf(deps, id));
    await deps.subscriptions.save(subscription, []);
    await record(deps, 'webhook.secret', subscription, by);
    return { subscription, secret: deps.secretOf(subscription) };
  };

export const deleteSubscriptionHandler =
  (deps: SubscriptionDeps): Handler<NamedSubscription> =>
  async ({ id, by }) => {
    const subscription = await subscriptionOf(deps, id);
    await deps.subscriptions.remove(subscription);
    await record(deps, 'webhook.delete', { ...subscription, version: subscription.version + 1 }, by);
  };

export async function subscriptionOf({ subscriptions }: Pick<SubscriptionDeps, 'subscriptions'>, id: string) {
  const found = await subscriptions.find(id);
  if (!found) throw webhookNotFound();
  return found;
}

async function check({ addressFault, sites }: SubscriptionDeps, { url, siteId }: SubscriptionSettings): Promise<void> {
  const fault = addressFault(url);
  if (fault) throw webhookUrlUnusable(fault);
  if (siteId) await sites.get(siteId);
}

function record({ audits, clock }: SubscriptionDeps, action: AuditAction, subscription: Subscription, by: Mover) {
  const { personId: actorId, via, ip, userAgent } = by;
  const { id: subjectId, version, settings } = subscription;
  const id = `${action}-${subjectId}-${version}`;
  return audits.record({
    id,
    at: clock.now(),
    action,
    actorId,
    subjectId,
    siteId: settings.siteId,
    via,
    ip,
    userAgent,
  });
}
