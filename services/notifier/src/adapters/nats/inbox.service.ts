import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampDate, timestampFromDate } from '@bufbuild/protobuf/wkt';
import { type InboxEntrySchema, InboxFilter, type InboxService } from '@guildhall/contracts/notifier/v1/inbox';
import type { Handler } from '@guildhall/kernel';
import type { Call, Implementation } from '@guildhall/messaging';
import type { NamedEntry, SnoozeEntry } from '../../app/inbox/change-entry.ts';
import type { InboxCounts } from '../../app/inbox/count-inbox.ts';
import type { InboxFilter as Filter, InboxPage, ListInbox } from '../../app/inbox/list-inbox.ts';
import type { ReadAll } from '../../app/inbox/read-all.ts';
import type { InboxEntry } from '../../domain/inbox/entry.ts';
import { categories } from './names.ts';

type ChangeEntry = Handler<NamedEntry, InboxEntry>;

export type InboxHandlers = Readonly<{
  list: Handler<ListInbox, InboxPage>;
  count: Handler<string, InboxCounts>;
  read: ChangeEntry;
  unread: ChangeEntry;
  see: ChangeEntry;
  archive: ChangeEntry;
  unarchive: ChangeEntry;
  snooze: Handler<SnoozeEntry, InboxEntry>;
  readAll: Handler<ReadAll, InboxCounts>;
}>;

type Named = Readonly<{ entryId: string }>;

/** Everybody's own inbox: the person is always the caller. */
export const inboxService = (handlers: InboxHandlers): Implementation<typeof InboxService> => {
  const changing =
    (change: ChangeEntry) =>
    async ({ entryId: id }: Named, call: Call) =>
      entryToProto(await change({ personId: callerOf(call), id }));
  return {
    listInbox: async ({ filter, pageSize, pageToken }, call) => {
      const asked = { personId: callerOf(call), filter: filters[filter] ?? 'all', pageSize, pageToken };
      const { entries, next } = await handlers.list(asked);
      return { entries: entries.map(entryToProto), ...(next && { nextPageToken: next }) };
    },
    getInboxCounts: async (_, call) => handlers.count(callerOf(call)),
    readInboxEntry: changing(handlers.read),
    unreadInboxEntry: changing(handlers.unread),
    seeInboxEntry: changing(handlers.see),
    archiveInboxEntry: changing(handlers.archive),
    unarchiveInboxEntry: changing(handlers.unarchive),
    snoozeInboxEntry: async ({ entryId: id, until }, call) =>
      entryToProto(await handlers.snooze({ personId: callerOf(call), id, until: timestampDate(until!) })),
    readAllInbox: async ({ seenOnly }, call) => handlers.readAll({ personId: callerOf(call), seenOnly }),
  };
};

const filters: Readonly<Record<InboxFilter, Filter>> = {
  [InboxFilter.UNSPECIFIED]: 'all',
  [InboxFilter.UNREAD]: 'unread',
  [InboxFilter.ARCHIVED]: 'archived',
  [InboxFilter.SNOOZED]: 'snoozed',
};

const callerOf = ({ principal }: Call): string => principal.personId;

const entryToProto = (entry: InboxEntry): MessageInitShape<typeof InboxEntrySchema> => ({
  id: entry.id,
  category: categories.toProto(entry.category),
  title: entry.title,
  body: entry.body,
  at: timestampFromDate(entry.placedAt),
  ...(entry.link && { link: entry.link }),
  ...(entry.seenAt && { seenAt: timestampFromDate(entry.seenAt) }),
  ...(entry.readAt && { readAt: timestampFromDate(entry.readAt) }),
  ...(entry.archivedAt && { archivedAt: timestampFromDate(entry.archivedAt) }),
  ...(entry.snoozedUntil && { snoozedUntil: timestampFromDate(entry.snoozedUntil) }),
});
