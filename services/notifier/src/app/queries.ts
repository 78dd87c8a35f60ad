import type { Channel, Message, MessageStatus } from '../domain/message.ts';

// A query has no handler of its own: the adapter that answers it is the whole of it.

type MessageFilter = Readonly<{
  channel: Channel | undefined;
  status: MessageStatus | undefined;
  /** The recipient, exactly. */
  to: string | undefined;
  limit: number;
  /** Where the last page ended. */
  after: string | undefined;
}>;

/** Newest first. Throws `invalid` for a page token that is not ours. */
export type ListMessages = (
  filter: MessageFilter,
) => Promise<Readonly<{ messages: readonly Message[]; next?: string }>>;

export type WayOut = Readonly<{ channel: Channel; name: string; state: 'real' | 'sandbox' | 'off' | 'failing' }>;

export type ListProviders = () => readonly WayOut[];
