import type { NewId } from '@guildhall/kernel';
import { nextDaily } from '../domain/job.ts';
import type { Role } from '../domain/roles.ts';
import { keepAuditsHandler } from './audits/keep-audits.ts';
import { listAuditsHandler } from './audits/list-audits.ts';
import { platform } from './caller.ts';
import type * as credentials from './credential-ports.ts';
import { planApplier } from './directory/apply-plan.ts';
import { directoryJob, getDirectoryHandler, memoryOf, runDirectoryHandler } from './directory/directory-state.ts';
import { jobRunner } from './directory/run-job.ts';
import { syncDirectoryHandler } from './directory/sync-directory.ts';
import type { AddPerson } from './people/add-person.ts';
import type { ContactClaimer } from './people/claim-contact.ts';
import type * as ports from './ports.ts';
import { freshnessGuard } from './reauthentication/assert-fresh.ts';
import type * as records from './record-ports.ts';
import { endMergeHandler } from './records/end-merge.ts';
import { erasePersonHandler } from './records/erase-person.ts';
import { type EraseDeps, endErasureHandler, recordEraser } from './records/erase-record.ts';
import { type DescribeAccounts, exportPersonHandler } from './records/export-person.ts';
import { listDuplicatesHandler } from './records/list-duplicates.ts';
import { listMergesHandler, mergeViewer } from './records/list-merges.ts';
import { mergePeopleHandler } from './records/merge-people.ts';
import { previewMergeHandler } from './records/preview-merge.ts';
import { recordActivityHandler } from './records/record-activity.ts';
import type { MergeDeps } from './records/run-merge.ts';
import { runRetentionHandler } from './records/run-retention.ts';
import { undoMergeHandler } from './records/undo-merge.ts';

/** What these use cases bring themselves. */
export type RecordPorts = Readonly<{
  merges: records.Merges;
  jobs: records.Jobs;
  directory: records.Directory | undefined;
  peopleOfDirectory: records.PeopleOfDirectory;
  auditTrail: records.AuditTrail;
  describeAccounts: DescribeAccounts;
  removeAccounts: EraseDeps['removeAccounts'];
  mostLeaversPercent: number;
  report: (error: unknown) => void;
}>;

/** What they share with the rest of the service. */
export type RecordSurroundings = Omit<MergeDeps, 'merges'> &
  Readonly<{
    sessions: ports.Sessions;
    accessTokens: ports.AccessTokens;
    appTokens: credentials.AppTokens;
    pins: credentials.Pins;
    audits: ports.Audits;
    phones: ports.PhoneNumbers;
    claimer: ContactClaimer;
    addPerson: AddPerson;
    roles: readonly Role[];
    newId: NewId;
  }>;

// At night in Europe, apart from each other.
const retentionMinute = 2 * 60 + 30;
const directoryMinute = 3 * 60 + 30;

export function recordUseCases(given: RecordPorts, around: RecordSurroundings) {
  const base = { ...around, ...given, isConfigured: given.directory !== undefined };
  const made = { ...base, assertFresh: freshnessGuard(base), eraseRecord: recordEraser(base) };
  const syncDirectory = syncDirectoryHandler({ ...made, applyPlan: planApplier(made) });
  const parts = { ...made, syncDirectory };
  const runRetention = runRetentionHandler(parts);
  const retention = {
    id: 'person-retention',
    next: (after: Date) => nextDaily(after, retentionMinute),
    run: async () => {
      const { erased } = await runRetention({ dryRun: false, caller: platform });
      return { erased: String(erased) };
    },
  };
  const directory = {
    id: directoryJob,
    next: (after: Date) => nextDaily(after, directoryMinute),
    run: async (memory: Readonly<Record<string, string>>) =>
      memoryOf(await syncDirectory({ link: memory['link'], dryRun: false, caller: platform })),
  };
  return {
    jobs: jobRunner(parts, [retention, ...(given.directory ? [directory] : [])]),
    listDuplicates: listDuplicatesHandler(parts),
    previewMerge: previewMergeHandler(parts),
    mergePeople: mergePeopleHandler(parts),
    undoMerge: undoMergeHandler(parts),
    listMerges: listMergesHandler(parts),
    viewMerge: mergeViewer(parts),
    endMerge: endMergeHandler(parts),
    erasePerson: erasePersonHandler(parts),
    endErasure: endErasureHandler(parts),
    exportPerson: exportPersonHandler(parts),
    runRetention,
    recordActivity: recordActivityHandler(parts),
    keepAudits: keepAuditsHandler(parts),
    listAudits: listAuditsHandler(parts),
    getDirectory: getDirectoryHandler(parts),
    runDirectory: runDirectoryHandler(parts),
  };
}

export type RecordUseCases = ReturnType<typeof recordUseCases>;
