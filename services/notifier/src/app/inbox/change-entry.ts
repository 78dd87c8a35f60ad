import { AppError, type Clock, type Handler, retryStale } from '@guildhall/kernel';
import { type Change, type InboxEntry, read, snooze, snoozeFault } from '../../domain/inbox/entry.ts';
import type { MarkRead } from './mark-read.ts';
import type { Entries, OwnIds } from './ports.ts';

export type NamedEntry = Readonly<{ personId: string; id: string }>;
export type SnoozeEntry = NamedEntry & Readonly<{ until: Date }>;

type Deps = Readonly<{ entries: Pick<Entries, 'find' | 'save'>; ownIds: OwnIds; clock: Clock }>;

/** One change of one's own entry; doing it twice is harmless. Throws `notifier.entry_not_found`, also for others' entries. */
export const changeEntryHandler =
  ({ entries, ownIds, clock }: Deps, change: Change): Handler<NamedEntry, InboxEntry> =>
  async ({ personId, id }) => {
    const mine = await ownIds(personId);
    return retryStale(async () => {
      const entry = await entries.find(id);
      if (!entry || !mine.includes(entry.personId)) throw entryNotFound();
      const changed = change(entry, clock.now());
      if (changed) await entries.save(changed);
      return changed?.next ?? entry;
    });
  };

/** Whoever sent it learns of it first: a repeat after a crash between the two finds the entry unread still. */
export const readEntryHandler =
  (deps: Deps & Readonly<{ markRead: MarkRead }>): Handler<NamedEntry, InboxEntry> =>
  async (named) => {
    const entry = await changeEntryHandler(deps, () => undefined)(named);
    if (!entry.readAt) await deps.markRead([entry.id]);
    return changeEntryHandler(deps, read)(named);
  };

/** Throws `notifier.bad_snooze` for a time that is over, or too far away. */
export const snoozeEntryHandler =
  (deps: Deps): Handler<SnoozeEntry, InboxEntry> =>
  async ({ until, ...named }) => {
    const fault = snoozeFault(until, deps.clock.now());
    if (fault) {
      throw new AppError('invalid', 'notifier.bad_snooze', `The time ${fault}.`, {
        errors: [{ pointer: '/until', detail: fault }],
      });
    }
    return changeEntryHandler(deps, snooze(until))(named);
  };

const entryNotFound = (): AppError =>
  new AppError('not-found', 'notifier.entry_not_found', 'There is no such entry in your inbox.');
