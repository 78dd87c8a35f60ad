import type { Category, Channel, Lane, Message } from '../domain/message.ts';
import type { ShownState } from '../domain/knowing/shown-state.ts';
import type { Dimension, Statistics } from '../domain/knowing/statistics.ts';

// A query has no handler of its own: the adapter that answers it is the whole of it.

/** Which messages are looked for; what is absent does not matter. */
export type MessageFilter = Readonly<{
  channel?: Channel | undefined;
  state?: ShownState | undefined;
  /** The recipient, exactly. */
  to?: string | undefined;
  personId?: string | undefined;
  template?: string | undefined;
  category?: Category | undefined;
  lane?: Lane | undefined;
  sender?: string | undefined;
  reference?: string | undefined;
  /** Asked for from then on. */
  from?: Date | undefined;
  /** Asked for before. */
  until?: Date | undefined;
}>;

type Page = Readonly<{
  limit: number;
  /** Where the last page ended. */
  after?: string | undefined;
}>;

/** Newest first. Throws `invalid` for a page token that is not ours. */
export type ListMessages = (
  filter: MessageFilter & Page,
) => Promise<Readonly<{ messages: readonly Message[]; next?: string }>>;

export type GetStatistics = (asked: Readonly<{ from: Date; to: Date; by: Dimension }>) => Promise<Statistics>;

export type WayOut = Readonly<{ channel: Channel; name: string; state: 'real' | 'sandbox' | 'off' | 'failing' }>;

export type ListProviders = () => readonly WayOut[];
