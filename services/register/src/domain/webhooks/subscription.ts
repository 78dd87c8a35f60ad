/** What a system of others can be told of. */
export const subscribable = [
  'visit.opened',
  'visit.closed',
  'visit.rolled_over',
  'visit.corrected',
  'site.crowded',
  'cover.changed',
  'roll_call.started',
  'roll_call.ended',
] as const;

export type SubscribedEvent = (typeof subscribable)[number];
export type DeliveredEvent = SubscribedEvent | 'ping';

export type SubscriptionSettings = Readonly<{
  url: string;
  events: readonly SubscribedEvent[];
  /** Empty for every site. */
  siteId: string;
  description: string;
  active: boolean;
}>;

/** An address that is told what happens. */
export type Subscription = Readonly<{
  id: string;
  version: number;
  settings: SubscriptionSettings;
  createdAt: Date;
  /** Who is told when it fails for days. */
  createdBy: string;
  /** Each secret has its own number. */
  generation: number;
  /** Since when every delivery has failed. */
  failingSince?: Date;
  disabledForFailing: boolean;
}>;

/** It failed for days and was switched off: somebody ought to know. */
export type FailureAlert = Readonly<{ type: 'webhook-disabled'; subscription: Subscription; at: Date }>;

const patienceMs = 5 * 24 * 3_600_000;

export const changed = (subscription: Subscription, settings: SubscriptionSettings): Subscription => {
  const { failingSince, ...rest } = subscription;
  const isWoken = settings.active && !subscription.settings.active;
  return {
    ...rest,
    ...(!isWoken && failingSince && { failingSince }),
    settings,
    version: subscription.version + 1,
    disabledForFailing: subscription.disabledForFailing && !settings.active,
  };
};

export const withNewSecret = (subscription: Subscription): Subscription => ({
  ...subscription,
  version: subscription.version + 1,
  generation: subscription.generation + 1,
});

/** The subscription after a delivery went well or failed; undefined where that says nothing new. */
export function noted(
  subscription: Subscription,
  delivered: boolean,
  now: Date,
): Readonly<{ next: Subscription; alerts: readonly FailureAlert[] }> | undefined {
  const { failingSince, ...rest } = subscription;
  const version = subscription.version + 1;
  if (delivered) return failingSince && { next: { ...rest, version }, alerts: [] };
  if (!failingSince) return { next: { ...subscription, version, failingSince: now }, alerts: [] };
  const { settings } = subscription;
  if (!settings.active || now.getTime() - failingSince.getTime() < patienceMs) return undefined;
  const off = { ...settings, active: false };
  const next: Subscription = { ...subscription, version, settings: off, disabledForFailing: true };
  // One that a process made has nobody to be told.
  return { next, alerts: next.createdBy ? [{ type: 'webhook-disabled', subscription: next, at: now }] : [] };
}

export const wants = ({ settings }: Subscription, event: SubscribedEvent, siteId: string): boolean =>
  settings.active && settings.events.includes(event) && (!settings.siteId || settings.siteId === siteId);
