import type { Channel, System } from '../../domain/book.ts';
import type { FoundAccount } from '../../domain/outcome-of-lookup.ts';

/** Whoever gets access: by account in Slack, by address elsewhere. `volunteerId` is the volunteer's own id. */
export type Grantee = Readonly<{ volunteerId: string; email: string; slackUserId: string }>;

/** A system that access is given in. Everything throws `SystemError`. */
export interface Connector {
  readonly system: System;
  /** Our access counts. */
  test(): Promise<void>;
  /** What the system calls a channel of this name, and whether it can be used; nothing where there is none. */
  locate(channel: Channel): Promise<Readonly<{ externalId: string }> | undefined>;
  create(channel: Channel): Promise<Readonly<{ externalId: string }>>;
  grant(channel: Channel, grantee: Grantee): Promise<'given' | 'was-there'>;
  revoke(channel: Channel, grantee: Grantee): Promise<'taken' | 'was-gone' | 'stays'>;
  /** Who has it: accounts in Slack, addresses elsewhere; a page at a time. */
  members(channel: Channel): AsyncIterable<readonly string[]>;
}

export type SlackAccount = FoundAccount & Readonly<{ email: string; name: string }>;

/** The accounts of the workspace. */
export interface Accounts {
  findByEmail(email: string): Promise<SlackAccount | undefined>;
  find(id: string): Promise<SlackAccount | undefined>;
  all(): AsyncIterable<readonly SlackAccount[]>;
  /** The channels that somebody is in, a page at a time. */
  channelsOf(id: string): AsyncIterable<readonly Readonly<{ id: string; name: string }>[]>;
  /** `unavailable` where the plan has no way to. */
  deactivate(id: string): Promise<'deactivated' | 'unavailable'>;
}
