import { timestampDate, timestampFromDate } from '@bufbuild/protobuf/wkt';
import { MergeState, type RecordService } from '@guildhall/contracts/identity/v1/records';
import type { Implementation } from '@guildhall/messaging';
import { personOf } from '../../app/caller.ts';
import type { RecordUseCases } from '../../app/record-use-cases.ts';
import type { MergeView } from '../../app/records/list-merges.ts';
import { displayNameOf } from '../../domain/names.ts';
import type { Merge } from '../../domain/merge.ts';
import { directoryMethods } from './directory.methods.ts';
import { callerOf, personToProto } from './vocabulary.ts';

export const recordService = (use: RecordUseCases): Implementation<typeof RecordService> => ({
  ...directoryMethods(use),
  ...mergeMethods(use),
  erasePerson: async ({ personId }, call) => {
    const at = await use.erasePerson({ personId, caller: callerOf(call) });
    return { personId, at: timestampFromDate(at) };
  },
  eraseMe: async (_, call) => {
    const caller = callerOf(call);
    const personId = personOf(caller);
    return { personId, at: timestampFromDate(await use.erasePerson({ personId, caller })) };
  },
  exportPerson: async ({ personId }, call) => file(await use.exportPerson({ personId, caller: callerOf(call) })),
  exportMe: async (_, call) => {
    const caller = callerOf(call);
    return file(await use.exportPerson({ personId: personOf(caller), caller }));
  },
  listPeopleAudits: async ({ from, to, ...query }) => {
    const range = { ...(from && { from: timestampDate(from) }), ...(to && { to: timestampDate(to) }) };
    const { audits, ...page } = await use.listAudits({ ...query, ...range });
    return {
      ...page,
      audits: audits.map(({ id, entry: { at, ...act } }) => ({ ...act, id, at: timestampFromDate(at) })),
    };
  },
  runPersonRetention: async ({ dryRun }, call) => {
    const { people, erased } = await use.runRetention({ dryRun, caller: callerOf(call) });
    const named = people.map(({ person, lastSeenAt }) => ({
      personId: person.id,
      displayName: displayNameOf(person),
      lastSeenAt: timestampFromDate(lastSeenAt),
    }));
    return { dryRun, people: named, erased };
  },
});

type MergeNames = 'listDuplicates' | 'previewMerge' | 'mergePeople' | 'listMerges' | 'undoMerge';

const mergeMethods = (use: RecordUseCases): Pick<Implementation<typeof RecordService>, MergeNames> => ({
  listDuplicates: async () => ({
    groups: (await use.listDuplicates()).map((people) => ({ people: people.map(personToProto) })),
  }),
  previewMerge: async ({ survivorId, mergedIds, keepPermissions }) => {
    const preview = await use.previewMerge({ survivorId, mergedIds, keepsPermissions: keepPermissions });
    return {
      survivor: personToProto(preview.survivor),
      merged: preview.merged.map(personToProto),
      gainedPermissions: [...preview.gainedPermissions],
      lostPermissions: [...preview.lostPermissions],
    };
  },
  mergePeople: async ({ survivorId, mergedIds, keepPermissions }, call) => {
    const wanted = { survivorId, mergedIds, keepsPermissions: keepPermissions, caller: callerOf(call) };
    return mergeToProto(await use.viewMerge(await use.mergePeople(wanted)));
  },
  listMerges: async () => ({ merges: (await use.listMerges()).map(mergeToProto) }),
  undoMerge: async ({ mergeId }, call) =>
    mergeToProto(await use.viewMerge(await use.undoMerge({ mergeId, caller: callerOf(call) }))),
});

const states: Readonly<Record<Merge['state'], MergeState>> = {
  claiming: MergeState.RUNNING,
  running: MergeState.RUNNING,
  done: MergeState.DONE,
  closed: MergeState.DONE,
  undoing: MergeState.UNDOING,
  undone: MergeState.UNDONE,
  refused: MergeState.UNDONE,
};

const mergeToProto = ({ merge, survivor }: MergeView) => ({
  id: merge.id,
  state: states[merge.state],
  ...(survivor && { survivor: personToProto(survivor) }),
  mergedIds: [...merge.mergedIds],
  at: timestampFromDate(merge.at),
  undoUntil: timestampFromDate(merge.undoUntil),
});

const file = (content: unknown) => ({
  contentType: 'application/json',
  data: Buffer.from(`${JSON.stringify(content, undefined, 2)}\n`),
});
