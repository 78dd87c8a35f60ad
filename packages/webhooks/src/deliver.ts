import { type Clock, type Handler, retryStale } from '@guildhall/kernel';
import { claimed, givenUp, isSuccess, tried, type WebhookDelivery } from './delivery.ts';
import type { CallOut, Deliveries, SecretOf, Sign, Subscriptions } from './ports.ts';
import { noted, type Subscription, type WebhookSettings } from './subscription.ts';

type Deps<S extends WebhookSettings> = Readonly<{
  subscriptions: Subscriptions<S>;
  deliveries: Deliveries;
  secretOf: SecretOf;
  sign: Sign;
  callOut: CallOut;
  /** Between 0 and 1. */
  chance: () => number;
  clock: Clock;
}>;

/** A delivery whose time has come: tries it, or removes it when it has been kept long enough. */
export const deliverHandler =
  <S extends WebhookSettings>(deps: Deps<S>): Handler<string> =>
  async (id) => {
    const { deliveries, subscriptions, clock } = deps;
    const found = await deliveries.find(id);
    if (!found) return;
    if (!found.nextTryAt) return deliveries.remove(found);
    const subscription = await subscriptions.find(found.subscriptionId);
    if (!subscription?.settings.active) return deliveries.save(givenUp(found));
    const ours = claimed(found, clock.now());
    await deliveries.save(ours);
    const after = tried(ours, await call(deps, subscription, ours), clock.now(), deps.chance());
    await deliveries.save(after);
    await note(deps, subscription.id, after);
  };

function call<S extends WebhookSettings>(
  { secretOf, sign, callOut, clock }: Deps<S>,
  subscription: Subscription<S>,
  { id, event, body }: WebhookDelivery,
) {
  return callOut({
    url: subscription.settings.url,
    body,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Guildhall-Webhooks/1',
      'guildhall-event': event,
      'guildhall-delivery': id,
      'guildhall-signature': sign(secretOf(subscription), body, clock.now()),
    },
  });
}

/** Keeps since when an address fails: it is switched off when that has lasted for days. */
const note = <S extends WebhookSettings>(deps: Deps<S>, subscriptionId: string, { tries }: WebhookDelivery) =>
  retryStale(async () => {
    const subscription = await deps.subscriptions.find(subscriptionId);
    const last = tries.at(-1);
    const change = subscription && last && noted(subscription, isSuccess(last), deps.clock.now());
    if (change) await deps.subscriptions.save(change.next, change.alerts);
  });
