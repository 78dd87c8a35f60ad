import type { Handler, NewId } from '@guildhall/kernel';
import { assertMergeable, type Merge, startMerge } from '../../domain/merge.ts';
import { originOf } from '../caller.ts';
import type { Caller } from '../ports.ts';
import type { AssertFresh } from '../reauthentication/assert-fresh.ts';
import { type MergeDeps, runMerge } from './run-merge.ts';

export type MergePeople = Readonly<{
  survivorId: string;
  mergedIds: readonly string[];
  keepsPermissions: boolean;
  caller: Caller;
}>;

type Deps = MergeDeps & Readonly<{ assertFresh: AssertFresh; newId: NewId }>;

/** What is begun is written down first: should this process die, another one completes it. */
export const mergePeopleHandler =
  (deps: Deps): Handler<MergePeople, Merge> =>
  async ({ survivorId, mergedIds, keepsPermissions, caller }) => {
    const { people, merges, assertFresh, newId, clock } = deps;
    await assertFresh(caller);
    assertMergeable(await people.find(survivorId), await Promise.all(mergedIds.map((id) => people.find(id))));
    const by = originOf(caller, 'admin');
    const merge = startMerge({ id: newId(), survivorId, mergedIds, keepsPermissions, by }, clock.now());
    await merges.save(merge, []);
    return runMerge(deps, merge);
  };
