import type { Channel, ChannelState } from '../../domain/book.ts';

export type Inspection = Readonly<{ workspace: string; missingScopes: readonly string[] }>;

/** A channel as its system shows it. */
export type SeenChannel = Readonly<{ state: ChannelState; externalId?: string; name?: string }>;

/** What a system shows of itself. Everything throws `SystemError`. */
export interface Inspector {
  /** Whose system it is, and which rights our access lacks. */
  about(): Promise<Inspection>;
  /** Channels by our own ids, those left out of which nothing can be told, with how many calls it took. */
  channels(channels: readonly Channel[]): Promise<Readonly<{ seen: ReadonlyMap<string, SeenChannel>; calls: number }>>;
}
