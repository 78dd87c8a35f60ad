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
  'snapshot.taken',
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

/** Whether a webhook of these settings is told of what happens at a site. */
export const isConcerned = ({ siteId }: SubscriptionSettings, at: string | undefined): boolean =>
  !siteId || siteId === at;
