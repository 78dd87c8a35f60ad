import type { Handler } from '@guildhall/kernel';
import type { Entries } from './ports.ts';

/** A person was erased: their inbox is gone with them. One that changes at this moment is `stale`: the fact is heard again. */
export const forgetEntriesHandler =
  ({ entries }: Readonly<{ entries: Pick<Entries, 'find' | 'idsOf' | 'remove'> }>): Handler<string> =>
  async (personId) => {
    for (const id of await entries.idsOf([personId])) {
      const entry = await entries.find(id);
      if (entry) await entries.remove(entry);
    }
  };
