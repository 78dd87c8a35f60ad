import type { Envelope } from '@guildhall/messaging';
import type { Aggregates } from '@guildhall/mongo';
import type { Watches } from '../../app/reminders/ports.ts';
import type { Errand } from '../../domain/errand.ts';
import type { Watch, WatchFact } from '../../domain/watch.ts';

export const watchCollection = 'site_watches';
export type WatchState = Omit<Watch, 'id' | 'version'>;

type Deps = Readonly<{ watches: Aggregates<WatchState>; toMessage: (caused: WatchFact | Errand) => Envelope }>;

export const watchRepository = ({ watches, toMessage }: Deps): Watches => ({
  find: async (id) => {
    const found = await watches.find(id);
    return found && { ...found.state, id: found.id, version: found.version };
  },
  save: async ({ id, version, ...state }, caused, dueAt) => {
    await watches.save({ id, version, state, messages: caused.map(toMessage), dueAt });
  },
});
