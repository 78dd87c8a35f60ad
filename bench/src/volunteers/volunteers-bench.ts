import { type BenchOptions, isWanted } from '../options.ts';
import { type Trial, withTrial } from '../platform/trial.ts';
import { type Guild, openGuild } from './guild.ts';
import { letLeave } from './leaving.ts';
import { listPages } from './listing.ts';
import { reconcileAll } from './reconciling.ts';
import { changeRoles } from './role-change.ts';
import {
  isChangedInTime,
  isListedInTime,
  isOutInTime,
  isReconciled,
  leavingReport,
  listReport,
  reconcileReport,
  roleChangeReport,
} from './volunteers-report.ts';

/** Slack's own pace would be what is measured: it is so much wider here. */
const env = { SLACK_PACE: '1000' };
const [changes, leavers] = [50, 50];

type Alone = Readonly<{ text: string; isMet: boolean }>;

/** Each on a platform of its own: what the others stored and asked for would stand in its way. */
export async function volunteersAlone(options: BenchOptions): Promise<readonly Alone[]> {
  if (options.suite !== 'volunteers') return [];
  const run = <T>(work: (trial: Trial, guild: Guild) => Promise<T>): Promise<T> =>
    withTrial('bench', env, async (trial) => work(trial, await openGuild(trial)));
  const found: Alone[] = [];
  if (isWanted(options, 'role-change')) {
    const timed = await run((trial, guild) => changeRoles(trial, guild, changes));
    found.push({ text: roleChangeReport(timed), isMet: isChangedInTime(timed) });
  }
  if (isWanted(options, 'leaving')) {
    const timed = await run((_, guild) => letLeave(guild, leavers));
    found.push({ text: leavingReport(timed), isMet: isOutInTime(timed) });
  }
  if (isWanted(options, 'reconcile')) {
    const reconciled = await run((trial, guild) => reconcileAll(trial, guild, options.people));
    found.push({ text: reconcileReport(reconciled), isMet: isReconciled(reconciled) });
  }
  if (isWanted(options, 'list')) {
    const listed = await run((trial, guild) => listPages(trial, guild, options.listed, options.seconds));
    found.push({ text: listReport(listed, options.listed), isMet: isListedInTime(listed) });
  }
  return found;
}
