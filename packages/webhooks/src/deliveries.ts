import type { Clock, Handler, NewId } from '@guildhall/kernel';
import { type DeliveryState, newDelivery, replayed, type WebhookDelivery } from './delivery.ts';
import type { Actor, Deliveries, RecordAct, Refusals, Subscriptions } from './ports.ts';
import type { WebhookSettings } from './subscription.ts';
import { type NamedSubscription, subscriptionOf } from './subscriptions.ts';
import { type About, bodyOf } from './tell-subscribers.ts';

export type DeliveryName = Readonly<{ id: string; deliveryId: string }>;
export type NamedDelivery<By> = NamedSubscription<By> & DeliveryName;
/** A `pageSize` of 0 is the usual one; `pageToken` may be empty. */
export type ListDeliveries = Readonly<{ id: string; state?: DeliveryState; pageSize: number; pageToken: string }>;
export type DeliveryPage = Readonly<{ deliveries: readonly WebhookDelivery[]; nextPageToken?: string }>;

type Reading<S extends WebhookSettings> = Readonly<{
  subscriptions: Subscriptions<S>;
  deliveries: Deliveries;
  refusals: Refusals;
}>;
type Deps<S extends WebhookSettings, By extends Actor> = Reading<S> &
  Readonly<{ record: RecordAct<By, S>; aboutPing: (settings: S) => About; newId: NewId; clock: Clock }>;

const usualPageSize = 50;
const replayedAtOnce = 1_000;

/** Tries the address with an event that says nothing. */
export const pingHandler =
  <S extends WebhookSettings, By extends Actor>(
    deps: Deps<S, By>,
  ): Handler<Pick<NamedSubscription<By>, 'id'>, WebhookDelivery> =>
  async ({ id }) => {
    const { id: subscriptionId, settings } = await subscriptionOf(deps, id);
    if (!settings.active) throw deps.refusals.webhookOff();
    const now = deps.clock.now();
    const factId = deps.newId();
    const body = bodyOf({ id: factId, event: 'ping', about: deps.aboutPing(settings), at: now, data: {} });
    const given = { id: `${subscriptionId}_${factId}`, subscriptionId, event: 'ping', personId: '', body };
    const delivery = newDelivery(given, now);
    await deps.deliveries.save(delivery);
    return delivery;
  };

/** Throws `deliveryNotFound`, also for one of another webhook. */
export const getDeliveryHandler =
  <S extends WebhookSettings>(deps: Reading<S>): Handler<DeliveryName, WebhookDelivery> =>
  async ({ id, deliveryId }) => {
    const { id: subscriptionId } = await subscriptionOf(deps, id);
    const found = await deps.deliveries.find(deliveryId);
    if (found?.subscriptionId !== subscriptionId) throw deps.refusals.deliveryNotFound();
    return found;
  };

/** Newest first, page by page. */
export const listDeliveriesHandler =
  <S extends WebhookSettings>(deps: Reading<S>): Handler<ListDeliveries, DeliveryPage> =>
  async ({ id, state, pageSize, pageToken }) => {
    const { id: subscriptionId } = await subscriptionOf(deps, id);
    const limit = pageSize || usualPageSize;
    const before = pageToken ? parseToken(pageToken, deps.refusals) : undefined;
    const query = { subscriptionId, limit: limit + 1, ...(state && { state }), ...(before && { before }) };
    const found = await deps.deliveries.list(query);
    const last = found[limit - 1];
    return { deliveries: found.slice(0, limit), ...(found.length > limit && last && { nextPageToken: tokenOf(last) }) };
  };

/** Delivers one once more. What is under way already goes on as it is. */
export const replayHandler =
  <S extends WebhookSettings, By extends Actor>(deps: Deps<S, By>): Handler<NamedDelivery<By>, WebhookDelivery> =>
  async ({ by, ...named }) => {
    const found = await getDeliveryHandler(deps)(named);
    const subscription = await subscriptionOf(deps, named.id);
    if (!subscription.settings.active) throw deps.refusals.webhookOff();
    if (found.state === 'pending') return found;
    const again = replayed(found, deps.clock.now());
    await deps.deliveries.save(again);
    await deps.record('replay', subscription, by);
    return again;
  };

/** Delivers once more what was given up, a thousand at most; says how many. */
export const replayFailedHandler =
  <S extends WebhookSettings, By extends Actor>(deps: Deps<S, By>): Handler<NamedSubscription<By>, number> =>
  async ({ id, by }) => {
    const subscription = await subscriptionOf(deps, id);
    if (!subscription.settings.active) throw deps.refusals.webhookOff();
    const query = { subscriptionId: subscription.id, state: 'failed', limit: replayedAtOnce } as const;
    const failed = await deps.deliveries.list(query);
    for (const delivery of failed) await deps.deliveries.save(replayed(delivery, deps.clock.now()));
    await deps.record('replay', subscription, by);
    return failed.length;
  };

const tokenOf = ({ createdAt, id }: WebhookDelivery): string => `${createdAt.getTime()}_${id}`;

function parseToken(token: string, refusals: Refusals): Readonly<{ at: Date; id: string }> {
  const [, time, id] = /^(\d{1,15})_(.+)$/.exec(token) ?? [];
  if (!time || !id) throw refusals.badPageToken();
  return { at: new Date(Number(time)), id };
}
