import type { Clock, Handler, NewId } from '@guildhall/kernel';
import { badPageToken } from '../../domain/refusals.ts';
import { type DeliveryState, newDelivery, replayed, type WebhookDelivery } from '../../domain/webhooks/delivery.ts';
import { deliveryNotFound, webhookOff } from '../../domain/webhooks/refusals.ts';
import type { RecordLook } from '../reports/record-look.ts';
import type { Deliveries, Subscriptions } from './ports.ts';
import { type NamedSubscription, subscriptionOf } from './subscriptions.ts';

export type NamedDelivery = NamedSubscription & Readonly<{ deliveryId: string }>;
/** A `pageSize` of 0 is the usual one; `pageToken` may be empty. */
export type ListDeliveries = Readonly<{ id: string; state?: DeliveryState; pageSize: number; pageToken: string }>;
export type DeliveryPage = Readonly<{ deliveries: readonly WebhookDelivery[]; nextPageToken?: string }>;

type Deps = Readonly<{
  subscriptions: Subscriptions;
  deliveries: Deliveries;
  recordLook: RecordLook;
  newId: NewId;
  clock: Clock;
}>;

const usualPageSize = 50;
const replayedAtOnce = 1_000;

/** Tries the address with an event that says nothing. */
export const pingHandler =
  (deps: Deps): Handler<NamedSubscription, WebhookDelivery> =>
  async ({ id }) => {
    const { id: subscriptionId, settings } = await subscriptionOf(deps, id);
    if (!settings.active) throw webhookOff();
    const now = deps.clock.now();
    const factId = deps.newId();
    const about = { id: factId, type: 'ping', siteId: settings.siteId, at: now.toISOString(), data: {} };
    const given = { id: `${subscriptionId}_${factId}`, subscriptionId, body: JSON.stringify(about) };
    const delivery = newDelivery({ ...given, event: 'ping', personId: '' }, now);
    await deps.deliveries.save(delivery);
    return delivery;
  };

export const getDeliveryHandler =
  (deps: Pick<Deps, 'subscriptions' | 'deliveries'>): Handler<Omit<NamedDelivery, 'by'>, WebhookDelivery> =>
  async ({ id, deliveryId }) => {
    const { id: subscriptionId } = await subscriptionOf(deps, id);
    const found = await deps.deliveries.find(deliveryId);
    if (found?.subscriptionId !== subscriptionId) throw deliveryNotFound();
    return found;
  };

export const listDeliveriesHandler =
  (deps: Pick<Deps, 'subscriptions' | 'deliveries'>): Handler<ListDeliveries, DeliveryPage> =>
  async ({ id, state, pageSize, pageToken }) => {
    const { id: subscriptionId } = await subscriptionOf(deps, id);
    const limit = pageSize || usualPageSize;
    const before = pageToken ? parseToken(pageToken) : undefined;
    const query = { subscriptionId, limit: limit + 1, ...(state && { state }), ...(before && { before }) };
    const found = await deps.deliveries.list(query);
    const last = found[limit - 1];
    return { deliveries: found.slice(0, limit), ...(found.length > limit && last && { nextPageToken: tokenOf(last) }) };
  };

/** Delivers one once more. What is under way already goes on as it is. */
export const replayHandler =
  (deps: Deps): Handler<NamedDelivery, WebhookDelivery> =>
  async ({ by, ...named }) => {
    const found = await getDeliveryHandler(deps)(named);
    if (!(await subscriptionOf(deps, named.id)).settings.active) throw webhookOff();
    if (found.state === 'pending') return found;
    const again = replayed(found, deps.clock.now());
    await deps.deliveries.save(again);
    await deps.recordLook({ action: 'webhook.replay', siteId: '', by, subjectId: named.id });
    return again;
  };

/** Delivers once more what was given up; says how many. */
export const replayFailedHandler =
  (deps: Deps): Handler<NamedSubscription, number> =>
  async ({ id, by }) => {
    const { id: subscriptionId, settings } = await subscriptionOf(deps, id);
    if (!settings.active) throw webhookOff();
    const failed = await deps.deliveries.list({ subscriptionId, state: 'failed', limit: replayedAtOnce });
    for (const delivery of failed) await deps.deliveries.save(replayed(delivery, deps.clock.now()));
    await deps.recordLook({ action: 'webhook.replay', siteId: '', by, subjectId: id });
    return failed.length;
  };

const tokenOf = ({ createdAt, id }: WebhookDelivery): string => `${createdAt.getTime()}_${id}`;

function parseToken(token: string): Readonly<{ at: Date; id: string }> {
  const [, time, id] = /^(\d{1,15})_(.+)$/.exec(token) ?? [];
  if (!time || !id) throw badPageToken();
  return { at: new Date(Number(time)), id };
}
