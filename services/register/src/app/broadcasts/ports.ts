import type { Audited } from '../../domain/audit.ts';
import type { Broadcast, BroadcastPart } from '../../domain/broadcasts/broadcast.ts';

/** Keeps what was written to the people inside. */
export interface Broadcasts {
  find(id: string): Promise<Broadcast | undefined>;
  /** The last ones of a site, newest first. */
  last(siteId: string, limit: number): Promise<readonly Broadcast[]>;
  /** Throws `stale` when someone was faster. */
  save(broadcast: Broadcast, said: readonly Audited[]): Promise<void>;
  /** Asks for the messages to these recipients, once, however often it is called. */
  write(part: BroadcastPart): Promise<void>;
}

/** How many of these visitors left an address or a telephone number. */
export type CountReachable = (visitorIds: readonly string[]) => Promise<number>;
