import { AppError, type Clock, type Handler } from '@guildhall/kernel';
import { newDelivery } from '../../domain/webhooks/delivery.ts';
import { type SubscribedEvent, wants } from '../../domain/webhooks/subscription.ts';
import type { Deliveries, Subscriptions } from './ports.ts';

/** Something that happened; `data` is what subscribers are told of it. */
export type Happening = Readonly<{
  id: string;
  event: SubscribedEvent;
  siteId: string;
  personId: string;
  at: Date;
  data: Readonly<Record<string, unknown>>;
}>;

type Deps = Readonly<{ subscriptions: Subscriptions; deliveries: Deliveries; clock: Clock }>;

/**
 * Makes a delivery for everybody who wants to know: one each, however often the fact comes. What happened before somebody
 * subscribed is not for them.
 */
export const tellSubscribersHandler =
  ({ subscriptions, deliveries, clock }: Deps): Handler<Happening> =>
  async ({ id: factId, event, siteId, personId, at, data }) => {
    const now = clock.now();
    const subscribed = (await subscriptions.all()).filter(({ createdAt }) => createdAt <= at);
    const interested = subscribed.filter((subscription) => wants(subscription, event, siteId));
    for (const { id: subscriptionId } of interested) {
      const id = `${subscriptionId}_${factId}`;
      const body = JSON.stringify({ id: factId, type: event, siteId, at: at.toISOString(), data });
      await deliveries.save(newDelivery({ id, subscriptionId, event, personId, body }, now)).catch(isThere);
    }
  };

function isThere(error: unknown): void {
  if (!(error instanceof AppError) || error.kind !== 'stale') throw error;
}
