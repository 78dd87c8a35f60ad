import { AppError, type Handler } from '@guildhall/kernel';
import type { Folder, InboxEntry } from '../../domain/inbox/entry.ts';
import type { Entries, OwnIds } from './ports.ts';

export type InboxFilter = 'all' | 'unread' | 'archived' | 'snoozed';
/** A `pageSize` of 0 is the usual one; `pageToken` may be empty. */
export type ListInbox = Readonly<{ personId: string; filter: InboxFilter; pageSize: number; pageToken: string }>;
export type InboxPage = Readonly<{ entries: readonly InboxEntry[]; next?: string }>;

type Deps = Readonly<{ entries: Pick<Entries, 'list'>; ownIds: OwnIds }>;

const usualPageSize = 20;

/** Throws `notifier.bad_page_token`. */
export const listInboxHandler =
  ({ entries, ownIds }: Deps): Handler<ListInbox, InboxPage> =>
  async ({ personId, filter, pageSize, pageToken }) => {
    const limit = pageSize || usualPageSize;
    const after = pageToken ? positionOf(pageToken) : undefined;
    const query = { personIds: await ownIds(personId), folder: folders[filter], limit: limit + 1 };
    const found = await entries.list({
      ...query,
      ...(filter === 'unread' && { isUnread: true }),
      ...(after && { after }),
    });
    const last = found[limit - 1];
    return { entries: found.slice(0, limit), ...(found.length > limit && last && { next: tokenOf(last) }) };
  };

const folders: Readonly<Record<InboxFilter, Folder>> = {
  all: 'inbox',
  unread: 'inbox',
  archived: 'archived',
  snoozed: 'snoozed',
};

const tokenOf = ({ placedAt, id }: InboxEntry): string => `${placedAt.getTime()}.${id}`;

function positionOf(token: string): Readonly<{ placedAt: Date; id: string }> {
  const [, time, id] = /^(\d{1,15})\.([\w-]{1,64})$/.exec(token) ?? [];
  if (!time || !id) throw new AppError('invalid', 'notifier.bad_page_token', 'This page token was not given out here.');
  return { placedAt: new Date(Number(time)), id };
}
