import type { Handler } from '@guildhall/kernel';
import type { Entries, OwnIds } from './ports.ts';

/** Each at most 100, which stands for that many or more. */
export type InboxCounts = Readonly<{ unread: number; unseen: number }>;

const MOST = 100;

export const countInboxHandler =
  ({ entries, ownIds }: Readonly<{ entries: Pick<Entries, 'count'>; ownIds: OwnIds }>): Handler<string, InboxCounts> =>
  async (personId) => {
    const personIds = await ownIds(personId);
    const [unread, unseen] = await Promise.all([
      entries.count({ personIds, isUnread: true }, MOST),
      entries.count({ personIds, isUnseen: true }, MOST),
    ]);
    return { unread, unseen };
  };
