import type { System } from '../../domain/book.ts';
import type { Observed } from '../../domain/drift.ts';
import type { SeenChannel } from '../systems/inspector.ts';
import type { SlackAccount } from '../systems/ports.ts';

/** What the systems showed: who is in which channel, and whose the accounts are. */
export type Observation = Observed &
  Readonly<{
    /** Accounts by system, each with the channels it is in. */
    members: ReadonlyMap<System, ReadonlyMap<string, readonly string[]>>;
    slackAccounts: ReadonlyMap<string, SlackAccount>;
    seen: ReadonlyMap<string, SeenChannel>;
    /** Why a system could not be read. */
    unread: readonly string[];
    calls: number;
    memberCount: number;
  }>;

/** Written down while it is read. */
export class Notes {
  readonly members = new Map<System, Map<string, string[]>>();
  readonly channels = new Set<string>();
  readonly slackAccounts = new Map<string, SlackAccount>();
  readonly seen = new Map<string, SeenChannel>();
  readonly unread: string[] = [];
  calls = 0;
  private memberCount = 0;
  private readonly since: Date;
  private readonly signal: AbortSignal;

  constructor(since: Date, signal: AbortSignal) {
    this.since = since;
    this.signal = signal;
  }

  count(members: number): void {
    this.signal.throwIfAborted();
    this.calls += 1;
    this.memberCount += members;
  }

  enter(system: System, channelId: string, accounts: readonly string[]): void {
    const known = this.members.get(system) ?? new Map<string, string[]>();
    this.members.set(system, known);
    for (const account of accounts) {
      const list = known.get(account) ?? [];
      if (!list.includes(channelId)) list.push(channelId);
      known.set(account, list);
    }
    this.channels.add(channelId);
  }

  taken(): Observation {
    const { members, channels, slackAccounts, seen, unread, calls, memberCount, since } = this;
    const has = (system: System, account: string, channelId: string): boolean =>
      members.get(system)?.get(account)?.includes(channelId) ?? false;
    const isDeactivated = (system: System, account: string): boolean =>
      system === 'slack' && slackAccounts.get(account)?.deleted === true;
    return { members, channels, slackAccounts, seen, unread, calls, memberCount, since, has, isDeactivated };
  }
}
