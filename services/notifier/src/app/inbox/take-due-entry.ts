import { type Clock, type Handler, isStale } from '@guildhall/kernel';
import { comeBack, isToBeRemoved, isToComeBack } from '../../domain/inbox/entry.ts';
import type { Entries } from './ports.ts';

type Deps = Readonly<{ entries: Pick<Entries, 'find' | 'save' | 'remove'>; clock: Clock }>;

/** An entry whose snooze is over, or that was kept long enough. */
export const takeDueEntryHandler =
  ({ entries, clock }: Deps): Handler<string> =>
  async (id) => {
    const entry = await entries.find(id);
    const now = clock.now();
    if (!entry) return;
    try {
      if (isToComeBack(entry, now)) await entries.save(comeBack(entry, now));
      else if (isToBeRemoved(entry, now)) await entries.remove(entry);
    } catch (error) {
      // Another replica, or the person, was faster.
      if (!isStale(error)) throw error;
    }
  };
