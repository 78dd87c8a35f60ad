import { type Clock, type Handler, retryStale } from '@guildhall/kernel';
import { type InboxEntry, read, see } from '../../domain/inbox/entry.ts';
import { countInboxHandler, type InboxCounts } from './count-inbox.ts';
import type { MarkRead } from './mark-read.ts';
import type { Entries, OwnIds } from './ports.ts';

export type ReadAll = Readonly<{ personId: string; seenOnly: boolean }>;

type Deps = Readonly<{
  entries: Pick<Entries, 'find' | 'list' | 'save' | 'count'>;
  ownIds: OwnIds;
  markRead: MarkRead;
  clock: Clock;
}>;

const AT_ONCE = 200;

/** Everything in the inbox is read, or only seen; what comes meanwhile is left as it is. */
export const readAllHandler =
  (deps: Deps): Handler<ReadAll, InboxCounts> =>
  async ({ personId, seenOnly }) => {
    const { entries, ownIds, markRead, clock } = deps;
    const personIds = await ownIds(personId);
    const begun = clock.now();
    const what = seenOnly ? { isUnseen: true } : { isUnread: true };
    let after: Readonly<{ placedAt: Date; id: string }> | undefined;
    for (;;) {
      const query = { personIds, folder: 'inbox' as const, limit: AT_ONCE, ...what, ...(after && { after }) };
      const found = await entries.list(query);
      const due = found.filter(({ placedAt }) => placedAt <= begun);
      if (!seenOnly) await markRead(due.map(({ id }) => id));
      await Promise.all(due.map((entry, place) => mark(deps, entry, seenOnly, place === due.length - 1)));
      after = found.at(-1);
      if (found.length < AT_ONCE) return countInboxHandler(deps)(personId);
    }
  };

/** One fact tells of many: whoever follows reads the whole inbox again. */
async function mark({ entries, clock }: Deps, { id }: InboxEntry, seenOnly: boolean, isTold: boolean): Promise<void> {
  await retryStale(async () => {
    const entry = await entries.find(id);
    const changed = entry && (seenOnly ? see : read)(entry, clock.now());
    if (changed) await entries.save({ ...changed, facts: isTold ? changed.facts : [] });
  });
}
