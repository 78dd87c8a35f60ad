import { type Handler, retryStale } from '@guildhall/kernel';
import { advance } from '../../domain/merge.ts';
import { originOf, platform } from '../caller.ts';
import type { EraseRecord } from './erase-record.ts';
import { type MergeDeps, runMerge } from './run-merge.ts';
import { runUndo } from './undo-merge.ts';

type Deps = MergeDeps & Readonly<{ eraseRecord: EraseRecord }>;

/** Goes on with what was cut short; when a merge can no longer be undone, what is left of the others goes. */
export const endMergeHandler =
  (deps: Deps): Handler<string> =>
  (mergeId) =>
    retryStale(async () => {
      const { merges, clock, eraseRecord } = deps;
      const current = await merges.find(mergeId);
      if (!current) return;
      if (current.state !== 'done') return void (await runUndo(deps, await runMerge(deps, current)));
      if (clock.now() < current.undoUntil) return;
      for (const id of current.mergedIds) await eraseRecord(id, originOf(platform));
      await merges.save(advance(current, { state: 'closed', before: [] }), []);
    });
