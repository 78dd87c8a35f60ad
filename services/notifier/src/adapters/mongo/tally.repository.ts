import type { Aggregates } from '@guildhall/mongo';
import type { TallyRepository } from '../../app/rules/ports.ts';
import { endOf, type Tally } from '../../domain/rules/throttle.ts';

export const tallyCollection = 'tallies';
export type TallyState = Omit<Tally, 'id' | 'version'>;

type Deps = Pick<Aggregates<TallyState>, 'find' | 'save' | 'remove'>;

/** How many messages of a key went to somebody. One that nothing depends on any more falls due, to be removed. */
export const tallyRepository = (tallies: Deps): TallyRepository => ({
  find: async (id) => {
    const found = await tallies.find(id);
    return found && { ...found.state, id: found.id, version: found.version };
  },
  save: ({ id, version, ...state }) => tallies.save({ id, version, state, dueAt: endOf(state) }),
  remove: ({ id, version }) => tallies.remove(id, version),
});
