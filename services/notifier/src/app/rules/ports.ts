import type { Handler } from '@guildhall/kernel';
import type { Channel, Order } from '../../domain/message.ts';
import type { Recipient } from '../../domain/reach.ts';
import type { KeepingPreferences, KeptPreferences } from '../../domain/rules/preferences.ts';
import type { Ruling } from '../../domain/rules/ruling.ts';
import type { Suppressing, Suppression } from '../../domain/rules/suppression.ts';
import type { Tally } from '../../domain/rules/throttle.ts';

/** One message that is to be ruled on. */
export type RuleInput = Readonly<{
  id: string;
  order: Order;
  /** Whom it is for, where that is known already. */
  recipient?: Recipient | undefined;
  /** It was gathered already, or a try was made: it is not gathered again. */
  isGathered?: boolean;
}>;

/** What preferences, quiet hours, digests, throttles and suppressions make of messages. */
export interface Rules {
  /** A ruling for each, in order. What is stored is read once for all of them. */
  of(inputs: readonly RuleInput[], at: Date): Promise<readonly Ruling[]>;
}

export interface PreferenceRepository {
  find(id: string): Promise<KeptPreferences | undefined>;
  /** Throws `stale` when somebody else was faster. */
  save(decided: KeepingPreferences): Promise<void>;
}

export type SuppressionFilter = Readonly<{
  channel: Channel | undefined;
  /** The address, exactly. */
  to: string | undefined;
  limit: number;
  /** Where the last page ended. */
  after: string | undefined;
}>;

export interface SuppressionRepository {
  find(id: string): Promise<Suppression | undefined>;
  /** Throws `stale` when somebody else was faster. */
  save(decided: Suppressing): Promise<void>;
}

/** Those that count now, newest first. Throws `invalid` for a page token that is not ours. */
export type ListSuppressions = (
  filter: SuppressionFilter,
) => Promise<Readonly<{ suppressions: readonly Suppression[]; next?: string }>>;

export interface TallyRepository {
  find(id: string): Promise<Tally | undefined>;
  /** Throws `stale` when somebody else was faster. */
  save(tally: Tally): Promise<void>;
  remove(tally: Tally): Promise<void>;
}

/** The mark of an address: the same for the same one, and fit to be an id. */
export type MarkOf = (channel: Channel, to: string) => string;

/** A provider said something about an address itself. */
export type NoteBounce = Handler<Readonly<{ channel: Channel; to: string; code: string; at: Date }>>;

/** Where a person, or the owner of an address, says that they want no more mails of a category. */
export type UnsubscribeLink = (
  order: Pick<Order, 'channel' | 'category' | 'lane' | 'personId' | 'to'>,
) => string | undefined;
