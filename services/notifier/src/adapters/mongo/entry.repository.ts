import { isStale } from '@guildhall/kernel';
import type { Envelope } from '@guildhall/messaging';
import type { Aggregates, IndexSpec, Stored } from '@guildhall/mongo';
import type { QueryFilter } from 'mongoose';
import type { Entries, EntryQuery } from '../../app/inbox/ports.ts';
import { type Changed, entryDueAt, type InboxEntry, type InboxFact } from '../../domain/inbox/entry.ts';

export const entryCollection = 'inbox';
export type EntryState = Omit<InboxEntry, 'id' | 'version'> & Readonly<{ isUnread: boolean; isUnseen: boolean }>;

export const entryIndexes: readonly IndexSpec[] = [
  // What somebody has in a folder, the latest placed first: ListInbox. Also all that is theirs, when they are erased.
  { name: 'by_person', keys: { 'state.personId': 1, 'state.folder': 1, 'state.placedAt': -1, _id: -1 } },
  // The counters, and the unread ones.
  {
    name: 'by_person_unread',
    keys: { 'state.personId': 1, 'state.placedAt': -1, _id: -1 },
    where: { 'state.folder': 'inbox', 'state.isUnread': true },
  },
];

type Deps = Readonly<{ entries: Aggregates<EntryState>; toEnvelope: (fact: InboxFact) => Envelope }>;
type Found = Pick<Stored<EntryState>, '_id' | 'version' | 'state'>;

export function entryRepository({ entries, toEnvelope }: Deps): Entries {
  const save = ({ next, facts }: Changed): Promise<void> => {
    const { id, version, ...rest } = next;
    const state = { ...rest, isUnread: !next.readAt, isUnseen: !next.seenAt };
    return entries.save({ id, version, state, messages: facts.map(toEnvelope), dueAt: entryDueAt(next) });
  };
  return {
    save,
    find: async (id) => {
      const found = await entries.find(id);
      return found && toEntry({ _id: found.id, version: found.version, state: found.state });
    },
    add: async (arrived) => {
      try {
        await save(arrived);
        return true;
      } catch (error) {
        if (isStale(error)) return false;
        throw error;
      }
    },
    remove: ({ id, version }) => entries.remove(id, version),
    list: async (query) => {
      const sorted = entries.model.find(filterOf(query), { version: 1, state: 1 });
      const found = await sorted.sort({ 'state.placedAt': -1, _id: -1 }).limit(query.limit).lean<Found[]>();
      return found.map(toEntry);
    },
    count: (query, most) => entries.model.countDocuments(filterOf({ ...query, folder: 'inbox' }), { limit: most }),
    idsOf: async (personIds) => {
      const found = await entries.model
        .find({ 'state.personId': { $in: [...personIds] } }, { _id: 1 })
        .lean<{ _id: string }[]>();
      return found.map(({ _id }) => _id);
    },
  };
}

function toEntry({ _id, version, state }: Found): InboxEntry {
  const { isUnread: _unread, isUnseen: _unseen, ...rest } = state;
  return { ...rest, id: _id, version };
}

function filterOf(query: Omit<EntryQuery, 'limit'>): QueryFilter<Stored<EntryState>> {
  const { personIds, folder, isUnread, isUnseen, after } = query;
  return {
    'state.personId': { $in: [...personIds] },
    'state.folder': folder,
    ...(isUnread && { 'state.isUnread': true }),
    ...(isUnseen && { 'state.isUnseen': true }),
    ...(after && {
      'state.placedAt': { $lte: after.placedAt },
      $or: [{ 'state.placedAt': { $lt: after.placedAt } }, { _id: { $lt: after.id } }],
    }),
  };
}
