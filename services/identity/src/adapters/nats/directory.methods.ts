import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { DirectoryOutcome, type RecordService } from '@guildhall/contracts/identity/v1/records';
import type { Implementation } from '@guildhall/messaging';
import type { DirectoryState } from '../../app/directory/directory-state.ts';
import type { RecordUseCases } from '../../app/record-use-cases.ts';
import { callerOf } from './vocabulary.ts';

type Names = 'getDirectorySync' | 'runDirectorySync';

export const directoryMethods = (use: RecordUseCases): Pick<Implementation<typeof RecordService>, Names> => ({
  getDirectorySync: async () => stateToProto(await use.getDirectory()),
  runDirectorySync: async ({ dryRun }, call) => {
    const state = await use.runDirectory({ dryRun, caller: callerOf(call) });
    return { ...stateToProto(state), dryRun };
  },
});

const outcomes = { done: DirectoryOutcome.DONE, stopped: DirectoryOutcome.STOPPED };

const stateToProto = ({ isConfigured, outcome, at, nextAt, joiners, leavers, known }: DirectoryState) => ({
  configured: isConfigured,
  dryRun: false,
  ...(outcome && { outcome: outcomes[outcome] }),
  ...(at && { at: timestampFromDate(at) }),
  ...(nextAt && { nextAt: timestampFromDate(nextAt) }),
  joiners: joiners.map((one) => ({ ...one })),
  leavers: leavers.map((one) => ({ ...one })),
  known,
});
