import type { Handler } from '@guildhall/kernel';
import type { Merge } from '../../domain/merge.ts';
import type { Person } from '../../domain/person.ts';
import type { People } from '../ports.ts';
import type { Merges } from '../record-ports.ts';

export type MergeView = Readonly<{ merge: Merge; survivor: Person | undefined }>;

type Deps = Readonly<{ merges: Merges; people: People }>;

const mostListed = 200;

export const mergeViewer =
  ({ people }: Pick<Deps, 'people'>): Handler<Merge, MergeView> =>
  async (merge) => ({ merge, survivor: await people.find(merge.survivorId) });

/** Those that came about, the newest first. */
export const listMergesHandler =
  (deps: Deps): Handler<void, readonly MergeView[]> =>
  async () => {
    const recent = await deps.merges.recent(mostListed);
    return Promise.all(recent.filter(({ state }) => state !== 'refused').map(mergeViewer(deps)));
  };
