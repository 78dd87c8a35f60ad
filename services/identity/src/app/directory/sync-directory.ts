import type { Clock, Handler } from '@guildhall/kernel';
import { recordRefusals } from '../../domain/credential-refusals.ts';
import { type DirectoryPlan, isTooMany, planSync } from '../../domain/directory.ts';
import { displayNameOf } from '../../domain/names.ts';
import { auditOf } from '../caller.ts';
import type { Audits, Caller, People } from '../ports.ts';
import type { Directory, PeopleOfDirectory } from '../record-ports.ts';
import type { ApplyPlan } from './apply-plan.ts';

export type SyncDirectory = Readonly<{ link: string | undefined; dryRun: boolean; caller: Caller }>;
export type Change = Readonly<{ personId?: string; displayName: string }>;
export type Synced = Readonly<{
  outcome: 'done' | 'stopped';
  joiners: readonly Change[];
  leavers: readonly Change[];
  known: number;
  /** Where the next run goes on; the same place when this one was stopped or dry. */
  link: string | undefined;
}>;

type Deps = Readonly<{
  directory: Directory | undefined;
  peopleOfDirectory: PeopleOfDirectory;
  people: People;
  applyPlan: ApplyPlan;
  mostLeaversPercent: number;
  audits: Audits;
  clock: Clock;
}>;

/** Takes who joined and who left from the directory. Throws `identity.directory_off`, `identity.directory_unavailable`. */
export const syncDirectoryHandler =
  (deps: Deps): Handler<SyncDirectory, Synced> =>
  async ({ link, dryRun, caller }) => {
    const { directory, peopleOfDirectory, mostLeaversPercent, audits, clock } = deps;
    if (!directory) throw recordRefusals.directoryOff();
    const changes = await directory.changes(link);
    const known = await peopleOfDirectory();
    const plan = planSync(changes, known);
    const told = { ...(await namesOf(deps, plan)), known: known.length };
    if (isTooMany(plan.leaverIds.length, known, mostLeaversPercent)) return { outcome: 'stopped', ...told, link };
    if (dryRun) return { outcome: 'done', ...told, link };
    await deps.applyPlan(plan, caller);
    await audits.record([auditOf(caller, 'directory.synced', caller.principal.personId, clock.now(), 'system')]);
    return { outcome: 'done', ...told, link: changes.link };
  };

async function namesOf({ people }: Deps, { joiners, leaverIds }: DirectoryPlan) {
  const leavers = await people.among(leaverIds);
  return {
    joiners: joiners.map((person) => ({ displayName: displayNameOf(person) })),
    leavers: leavers.map((person) => ({ personId: person.id, displayName: displayNameOf(person) })),
  };
}
