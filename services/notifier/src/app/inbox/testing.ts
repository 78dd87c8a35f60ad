import { AppError } from '@guildhall/kernel';
import type { Changed, InboxEntry, InboxFact } from '../../domain/inbox/entry.ts';
import type { Entries, EntryQuery } from './ports.ts';

const matches =
  ({ personIds, isUnread, isUnseen }: Pick<EntryQuery, 'personIds' | 'isUnread' | 'isUnseen'>) =>
  (entry: InboxEntry): boolean =>
    personIds.includes(entry.personId) && !(isUnread && entry.readAt) && !(isUnseen && entry.seenAt);

type Place = Pick<InboxEntry, 'placedAt' | 'id'>;

const latestFirst = (a: Place, b: Place): number =>
  b.placedAt.getTime() - a.placedAt.getTime() || b.id.localeCompare(a.id);

/** Entries in memory, with the promises of the stored ones. */
export const inMemoryEntries = () => {
  const stored = new Map<string, InboxEntry>();
  const facts: InboxFact[] = [];
  const save = async ({ next, facts: told }: Changed): Promise<void> => {
    if ((stored.get(next.id)?.version ?? 0) !== next.version - 1) {
      throw new AppError('stale', 'store.stale_version', 'It has changed.');
    }
    stored.set(next.id, next);
    facts.push(...told);
  };
  const entries: Entries = {
    save,
    find: async (id) => stored.get(id),
    add: async (arrived) => {
      if (stored.has(arrived.next.id)) return false;
      await save(arrived);
      return true;
    },
    remove: async ({ id }) => void stored.delete(id),
    list: async ({ folder, limit, after, ...query }) =>
      [...stored.values()]
        .filter(matches(query))
        .filter((entry) => entry.folder === folder)
        .toSorted(latestFirst)
        .filter((entry) => !after || latestFirst(after, entry) < 0)
        .slice(0, limit),
    count: async (query, most) =>
      Math.min(most, [...stored.values()].filter(matches(query)).filter(({ folder }) => folder === 'inbox').length),
    idsOf: async (personIds) =>
      [...stored.values()].filter(({ personId }) => personIds.includes(personId)).map(({ id }) => id),
  };
  return { ...entries, facts, all: () => [...stored.values()] };
};
