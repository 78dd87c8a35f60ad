import { say } from '@guildhall/tools/terminal/screen.ts';
import { inTurns } from '../platform/in-turns.ts';
import type { Trial } from '../platform/trial.ts';
import { cloneVolunteer } from './clones.ts';
import { channels, emailOf, type Guild } from './guild.ts';
import { untilSeen } from './until.ts';

export type Reconciled = Readonly<{
  people: number;
  state: string;
  tookMs: number;
  /** As the run counted them, and as the providers did. */
  calls: number;
  slackCalls: number;
  googleCalls: number;
  missing: number;
  /** Taken out of each system beforehand. */
  taken: number;
}>;

const patience = { everyMs: 100, giveUpMs: 180_000 };
/** Of each system, so many are not where they should be. */
const taken = 5;
const perCallMs = 20;

/** Everybody is in one list of each system but a few; a full run finds them. */
export async function reconcileAll({ platform }: Trial, guild: Guild, people: number): Promise<Reconciled> {
  say(`storing ${people} volunteers who are in three systems`);
  const { workspace, access } = guild;
  const ids = Array.from({ length: people }, (_, index) => `member-${index}`);
  const accounts = await workspace.join([...ids, 'model'].map(emailOf));
  await guild.join('model', 'crew');
  await untilModelIsIn(guild, accounts.at(-1) ?? '');
  await workspace.putIn(channels.all, accounts.slice(taken, people));
  await inTurns(ids.slice(taken), 16, async (id) => {
    await workspace.putOn('groups', channels.group, emailOf(id));
    await workspace.putOn('folders', channels.folder, emailOf(id));
  });
  const clones = ids.map((volunteerId, index) => ({ volunteerId, account: accounts[index] ?? '' }));
  await cloneVolunteer(platform.mongoUrl, 'model', clones);
  await workspace.slowDown(perCallMs);
  await workspace.forgetCalls();
  say('comparing everything');
  const askedAt = performance.now();
  const { reconciliationId } = await access.reconcile({ dryRun: true });
  const ended = await untilSeen(patience, async () => {
    const run = await access.getReconciliation({ reconciliationId });
    return run.state === 'running' ? undefined : run;
  });
  const tookMs = performance.now() - askedAt;
  const { slack, google } = await workspace.countCalls();
  const { state = 'running', calls = 0, missing = 0 } = ended ?? {};
  return { people, state, tookMs, calls, slackCalls: slack, googleCalls: google, missing, taken };
}

async function untilModelIsIn({ workspace }: Guild, account: string): Promise<void> {
  const seen = await untilSeen(patience, async () => {
    const [members, emails] = [
      await workspace.membersOf(channels.all),
      await workspace.emailsOn('folders', channels.folder),
    ];
    return (members.includes(account) && emails.includes(emailOf('model'))) || undefined;
  });
  if (!seen) throw new Error('the first volunteer was not given access');
}
