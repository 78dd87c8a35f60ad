import { type Clock, type Handler, isStale } from '@guildhall/kernel';
import { newDelivery } from './delivery.ts';
import type { Deliveries, Subscriptions } from './ports.ts';
import { type WebhookSettings, wants } from './subscription.ts';

/** Members of the body beside the usual ones, such as where it happened. */
export type About = Readonly<Record<string, string>>;

/** Something that happened; `data` is what subscribers are told of it. */
export type Happening = Readonly<{
  id: string;
  event: string;
  /** Whom it tells of; empty where it tells of nobody. */
  personId: string;
  about: About;
  at: Date;
  data: Readonly<Record<string, unknown>>;
  /** How long deliveries are kept, in milliseconds; thirty days when absent. */
  keptForMs?: number;
}>;

type Deps<S extends WebhookSettings> = Readonly<{
  subscriptions: Pick<Subscriptions<S>, 'all'>;
  deliveries: Pick<Deliveries, 'save'>;
  /** Whether what happened is one of those that a subscription is limited to. */
  isConcerned: (settings: S, happening: Happening) => boolean;
  clock: Clock;
}>;

/**
 * Makes a delivery for everybody who wants to know: one each, however often the fact comes. What happened before somebody
 * subscribed is not for them.
 */
export const tellSubscribersHandler =
  <S extends WebhookSettings>({ subscriptions, deliveries, isConcerned, clock }: Deps<S>): Handler<Happening> =>
  async (happening) => {
    const { id: factId, event, personId, at, keptForMs } = happening;
    const now = clock.now();
    const subscribed = (await subscriptions.all()).filter(({ createdAt }) => createdAt <= at);
    const interested = subscribed.filter((one) => wants(one, event) && isConcerned(one.settings, happening));
    if (interested.length === 0) return;
    const body = bodyOf(happening);
    const given = { event, personId, body, ...(keptForMs !== undefined && { keptForMs }) };
    for (const { id: subscriptionId } of interested) {
      const delivery = newDelivery({ ...given, id: `${subscriptionId}_${factId}`, subscriptionId }, now);
      await deliveries.save(delivery).catch(unlessThere);
    }
  };

/** The JSON that is sent. */
export const bodyOf = ({ id, event, about, at, data }: Omit<Happening, 'personId'>): string =>
  JSON.stringify({ id, type: event, ...about, at: at.toISOString(), data });

function unlessThere(error: unknown): void {
  if (!isStale(error)) throw error;
}
