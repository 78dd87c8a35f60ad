/** What every webhook is set to; a service adds what it needs. */
export type WebhookSettings = Readonly<{
  url: string;
  /** The names of what it is told of. */
  events: readonly string[];
  description: string;
  active: boolean;
}>;

/** An address that is told what happens. */
export type Subscription<Settings extends WebhookSettings = WebhookSettings> = Readonly<{
  id: string;
  version: number;
  settings: Settings;
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
export type FailureAlert<Settings extends WebhookSettings = WebhookSettings> = Readonly<{
  type: 'webhook-disabled';
  subscription: Subscription<Settings>;
  at: Date;
}>;

const patienceMs = 5 * 24 * 3_600_000;

/** The subscription with other settings; one that is made active again starts afresh. */
export const changed = <S extends WebhookSettings>(subscription: Subscription<S>, settings: S): Subscription<S> => {
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

/** From now on its secret is another one. */
export const withNewSecret = <S extends WebhookSettings>(subscription: Subscription<S>): Subscription<S> => ({
  ...subscription,
  version: subscription.version + 1,
  generation: subscription.generation + 1,
});

type Noted<S extends WebhookSettings> = Readonly<{ next: Subscription<S>; alerts: readonly FailureAlert<S>[] }>;

/** The subscription after a delivery went well or failed; undefined where that says nothing new. */
export function noted<S extends WebhookSettings>(
  subscription: Subscription<S>,
  delivered: boolean,
  now: Date,
): Noted<S> | undefined {
  const { failingSince, ...rest } = subscription;
  const version = subscription.version + 1;
  if (delivered) return failingSince && { next: { ...rest, version }, alerts: [] };
  if (!failingSince) return { next: { ...subscription, version, failingSince: now }, alerts: [] };
  const { settings } = subscription;
  if (!settings.active || now.getTime() - failingSince.getTime() < patienceMs) return undefined;
  const off = { ...settings, active: false };
  const next: Subscription<S> = { ...subscription, version, settings: off, disabledForFailing: true };
  // One that a process made has nobody to be told.
  return { next, alerts: next.createdBy ? [{ type: 'webhook-disabled', subscription: next, at: now }] : [] };
}

/** Whether it is told of events of this name at all. */
export const wants = ({ settings }: Subscription, event: string): boolean =>
  settings.active && settings.events.includes(event);
