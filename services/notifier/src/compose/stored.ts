import { type Aggregates, aggregates, relayed } from '@guildhall/mongo';
import type { Process } from '@guildhall/runtime';
import { ownIdsQuery } from '../adapters/mongo/own-ids.query.ts';
import { entryCollection, entryIndexes, entryRepository, type EntryState } from '../adapters/mongo/entry.repository.ts';
import { dayCountsRepository } from '../adapters/mongo/day-counts.repository.ts';
import { attachmentRepository } from '../adapters/mongo/attachment.repository.ts';
import type { ChainState } from '../adapters/mongo/chain.repository.ts';
import type { RequestState } from '../adapters/mongo/request.state.ts';
import { messageIndexes, messageRepository } from '../adapters/mongo/message.repository.ts';
import type { MessageState } from '../adapters/mongo/message.state.ts';
import { recipientRepository } from '../adapters/mongo/recipient.repository.ts';
import { threadRepository } from '../adapters/mongo/thread.repository.ts';
import { updateRepository } from '../adapters/mongo/update.repository.ts';
import { inboxEnvelope } from '../adapters/nats/inbox.messages.ts';
import { toEnvelope } from '../adapters/nats/message.messages.ts';
import { markDays } from '../app/knowing/mark-days.ts';
import type { DayCounts } from '../app/knowing/ports.ts';
import type { Entries, OwnIds } from '../app/inbox/ports.ts';
import type { Attachments, MessageRepository, Posts, Recipients, Threads, Updates } from '../app/ports.ts';
import type { Settings } from '../config.ts';
import { hookCollections } from './hooks.ts';
import { requestCollections } from './request-collections.ts';
import { type RuleCollections, ruleCollections } from './rules.ts';

export type Stored = Readonly<{
  kept: Aggregates<MessageState>;
  messages: MessageRepository;
  recipients: Recipients;
  attachments: Attachments;
  updates: Updates & Posts;
  threads: Threads;
  ruled: RuleCollections;
  requests: Aggregates<RequestState>;
  chains: Aggregates<ChainState>;
  hooked: ReturnType<typeof hookCollections>;
  inbox: Aggregates<EntryState>;
  entries: Entries;
  ownIds: OwnIds;
  dayCounts: DayCounts;
}>;

/** What the notifier keeps, and the relay that says what it has to say. */
export async function openStored(given: Process<Settings>): Promise<Stored> {
  const { bus, store, life, log } = given;
  const keep = relayed(
    bus,
    (offer) => ({
      kept: aggregates<MessageState>({ store, collection: 'messages', indexes: messageIndexes, offer }),
      ...ruleCollections(store, offer),
      ...requestCollections(store, offer),
      ...hookCollections(store, offer),
      inbox: aggregates<EntryState>({ store, collection: entryCollection, indexes: entryIndexes, offer }),
    }),
    { report: (error) => log.warn({ error }, 'relay') },
  );
  const { kept, requests, chains, inbox, hooks, hookCalls, preferences, suppressions, tallies } = await life.hold(
    'relay',
    keep,
    ({ relay }) => relay.close(),
  );
  const [attachments, updates, ownIds] = await Promise.all([
    attachmentRepository(store.connection),
    updateRepository(store.connection),
    ownIdsQuery(store.connection),
  ]);
  return {
    kept,
    requests,
    chains,
    ...keepMessages(given, kept),
    recipients: recipientRepository(store.connection),
    attachments,
    updates,
    threads: await threadRepository(store.connection),
    ruled: { preferences, suppressions, tallies },
    hooked: { hooks, hookCalls },
    inbox,
    entries: entryRepository({ entries: inbox, toEnvelope: inboxEnvelope }),
    ownIds,
  };
}

/** Messages, and what is counted of them. */
function keepMessages({ store, log }: Process<Settings>, kept: Aggregates<MessageState>) {
  const dayCounts = dayCountsRepository(store.connection);
  const markDay = markDays({ dayCounts, realNow: Date.now, report: (error) => log.warn({ error }, 'statistics') });
  return { messages: messageRepository({ aggregates: kept, toEnvelope, markDay }), dayCounts };
}
