import { z } from 'zod';
import type { Fault } from '../faults/fault.ts';
import type { FaultBoard } from '../faults/fault-board.ts';
import type { SandboxClock } from '../clock/sandbox-clock.ts';
import { type Channel, channels, type Message } from '../messages/message.ts';
import type { MessageStore } from '../messages/message-store.ts';
import { select } from '../messages/search.ts';

const mostListed = 100;
const mostInChannel = 50;

/** What the address of the page says. Anything odd in it is simply not there. */
export const PageQuery = z.object({
  channel: z.enum(channels).optional().catch(undefined),
  q: z.string().max(200).optional().catch(undefined),
  m: z.string().max(40).optional().catch(undefined),
});

export type PageQuery = z.output<typeof PageQuery>;

export type View = Readonly<{
  query: PageQuery;
  /** Newest first. */
  listed: readonly Message[];
  found: number;
  shown: Message | undefined;
  /** The conversation around a shown Slack message, oldest first. */
  conversation: readonly Message[];
  counts: Readonly<Record<Channel, number>>;
  now: Date;
  offsetMs: number;
  faults: readonly Fault[];
}>;

export type ViewSources = Readonly<{ store: MessageStore; clock: SandboxClock; faults: FaultBoard }>;

export function viewOf({ store, clock, faults }: ViewSources, query: PageQuery): View {
  const { channel, q, m } = query;
  const found = select(store.list(channel), { q });
  const listed = found.slice(-mostListed).reverse();
  const shown = (m === undefined ? undefined : store.find(m)) ?? listed[0];
  const conversation =
    shown?.channel === 'slack' ? select(store.list('slack'), { to: shown.to, limit: mostInChannel }) : [];
  const count = (each: Channel): number => store.count(each);
  const counts = { email: count('email'), sms: count('sms'), slack: count('slack'), push: count('push') };
  return {
    query,
    listed,
    found: found.length,
    shown,
    conversation: withLatestWording(conversation),
    counts,
    now: clock.now(),
    offsetMs: clock.offsetMs,
    faults: faults.list(),
  };
}

/** An edited message appears once, where it first was, with its last wording. */
function withLatestWording(messages: readonly Message[]): Message[] {
  const byTs = new Map<unknown, Message>();
  for (const message of messages) {
    const first = byTs.get(message.raw.ts);
    byTs.set(message.raw.ts, first ? { ...message, at: first.at } : message);
  }
  return [...byTs.values()];
}
