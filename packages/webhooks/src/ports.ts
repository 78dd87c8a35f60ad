import type { Attempt, DeliveryState, WebhookDelivery } from './delivery.ts';
import type { FailureAlert, Subscription, WebhookSettings } from './subscription.ts';

/** Keeps who is told of what. */
export interface Subscriptions<S extends WebhookSettings = WebhookSettings> {
  find(id: string): Promise<Subscription<S> | undefined>;
  all(): Promise<readonly Subscription<S>[]>;
  /** Throws `stale` when someone was faster. */
  save(subscription: Subscription<S>, alerts: readonly FailureAlert<S>[]): Promise<void>;
  remove(subscription: Subscription<S>): Promise<void>;
}

export type DeliveryQuery = Readonly<{
  subscriptionId: string;
  state?: DeliveryState;
  limit: number;
  before?: Readonly<{ at: Date; id: string }>;
}>;

/** Keeps what was delivered, or was not. */
export interface Deliveries {
  find(id: string): Promise<WebhookDelivery | undefined>;
  /** Newest first. */
  list(query: DeliveryQuery): Promise<readonly WebhookDelivery[]>;
  /** Of a person, wherever they went. */
  about(personId: string): Promise<readonly WebhookDelivery[]>;
  /** Throws `stale` when someone was faster, also for a second one of one id. */
  save(delivery: WebhookDelivery): Promise<void>;
  remove(delivery: WebhookDelivery): Promise<void>;
}

/** The secrets of subscriptions; they are computed and never stored. */
export type SecretOf = (subscription: Pick<Subscription, 'id' | 'generation'>) => string;

export type OutgoingCall = Readonly<{
  url: string;
  body: string;
  headers: Readonly<Record<string, string>>;
}>;

/** Calls an address of others. Never throws: what went wrong is the reason. */
export type CallOut = (call: OutgoingCall) => Promise<Attempt>;

/** What the headers say of who sent a body, and when. */
export type Sign = (secret: string, body: string, at: Date) => string;

/** The refusals of the service, under codes of its own. */
export type Refusals = Readonly<{
  webhookNotFound: () => Error;
  deliveryNotFound: () => Error;
  webhookOff: () => Error;
  tooManyWebhooks: (most: number) => Error;
  webhookUrlUnusable: (detail: string) => Error;
  badPageToken: () => Error;
}>;

export type Act = 'create' | 'update' | 'delete' | 'secret' | 'replay';

/** Who does something to a webhook. */
export type Actor = Readonly<{ personId: string }>;

/** Notes who did what, where the service has a record of that. */
export type RecordAct<By extends Actor, S extends WebhookSettings> = (
  act: Act,
  subscription: Subscription<S>,
  by: By,
) => Promise<void>;
