import type { ProviderState } from './provider.ts';

export type SlackUser = Readonly<{
  id: string;
  /** In lower case; empty where the workspace shows none. */
  email: string;
  name: string;
  realName: string;
  deleted: boolean;
  isBot: boolean;
  isGuest: boolean;
}>;

export type SlackChannel = Readonly<{
  id: string;
  name: string;
  isPrivate: boolean;
  isArchived: boolean;
  /** True when our app is a member. */
  isMember: boolean;
}>;

/** What a token may do, and where. */
export type SlackConnection = Readonly<{ teamId: string; team: string; userId: string; scopes: readonly string[] }>;

/**
 * Who is in a Slack workspace and in which channel. Every failure is a `ProviderError` whose `code` is Slack's and whose
 * `about` says what has to change. Nothing is tried twice, but for pages, which wait until Slack takes them.
 */
export type SlackWorkspace = Readonly<{
  test(): Promise<SlackConnection>;
  /** Undefined when nobody there has the address; whoever was deactivated comes with `deleted`. */
  findByEmail(email: string): Promise<SlackUser | undefined>;
  user(id: string): Promise<SlackUser | undefined>;
  /** A page at a time. */
  users(): AsyncIterable<readonly SlackUser[]>;
  /** Public and private ones that are not archived, a page at a time. */
  channels(): AsyncIterable<readonly SlackChannel[]>;
  channel(id: string): Promise<SlackChannel | undefined>;
  /** The channels, as far as our app sees them, that somebody is in; a page at a time. */
  channelsOf(userId: string): AsyncIterable<readonly SlackChannel[]>;
  createChannel(name: string, isPrivate: boolean): Promise<SlackChannel>;
  /** Ids, a page at a time. */
  members(channelId: string): AsyncIterable<readonly string[]>;
  invite(channelId: string, userId: string): Promise<'invited' | 'was-in'>;
  /** `general`: nobody can be taken out of the channel that everybody is in. */
  remove(channelId: string, userId: string): Promise<'removed' | 'was-out' | 'general'>;
  /** By SCIM; `unavailable` where there is no token for it. */
  deactivate(userId: string): Promise<'deactivated' | 'unavailable'>;
  /** `failing` while the circuit is open. */
  state(): ProviderState;
  close(): Promise<void>;
}>;
