import { setTimeout as delay } from 'node:timers/promises';
import { AccessService } from '@guildhall/contracts/volunteers/v1/access';
import { servicePrincipal } from '@guildhall/kernel';
import { client } from '@guildhall/messaging';
import { say } from '@guildhall/tools/terminal/screen.ts';
import { needsAPerson } from '../../chaos/at-rest.ts';
import type { Run } from '../../chaos/chaos-report.ts';
import { Ledger } from '../../chaos/ledger.ts';
import type { Strike } from '../../chaos/strikes.ts';
import type { Trial } from '../../platform/trial.ts';
import { machineFacts } from '../../report/machine.ts';
import { channels, type Guild, openGuild, slackChannels } from '../guild.ts';
import { untilSeen } from '../until.ts';
import { CallWatch } from './call-watch.ts';
import { blows, strikeSteps } from './step-strikes.ts';
import { type Story, tellStories } from './stories.ts';
import { differences, type Held, judgeVolunteers } from './volunteers-judge.ts';

const perCallMs = 60;
const giveUpAfterMs = 20_000;
/** Longer than a claim of somebody who died, twice. */
const settleWithinMs = 180_000;

/** Volunteers come, change and leave while whoever brings that about is killed in the middle of each kind of call. */
export async function chaosOfVolunteers(trial: Trial, seconds: number, command: string): Promise<Run> {
  const guild = await openGuild(trial);
  await openInvitations(trial);
  const { workspace } = guild;
  await workspace.slowDown(perCallMs);
  const [ledger, watch] = [new Ledger(), new CallWatch(workspace)];
  const [ending, givingUp] = [new AbortController(), new AbortController()];
  const [at, beganAt] = [new Date(), performance.now()];
  const signals = { ending: ending.signal, giveUp: givingUp.signal };
  const telling = tellStories({ guild, webPort: trial.webPort, ledger, ...signals });
  const strikes: Strike[] = [];
  const onStrike = (one: Strike): void => {
    strikes.push(one);
    say(`${one.what}: killed after ${((one.at - beganAt) / 1_000).toFixed(1)} s`);
  };
  await strikeSteps({ dataDir: trial.dataDir, watch }, blows(seconds), onStrike);
  ending.abort();
  const endedAt = performance.now();
  const late = setTimeout(() => givingUp.abort(), giveUpAfterMs);
  const stories = await telling;
  clearTimeout(late);
  const settledAfterMs = await settle(guild, stories);
  await watch.close();
  const evidence = { ledger, stories, held: await heldBy(guild), calls: watch.calls, kills: strikes.length };
  const seen = { managed: await managedIds(guild), mails: await invitationsAt(trial), left: await leftOver(trial) };
  const findings = judgeVolunteers({ ...evidence, ...seen });
  return {
    at,
    command,
    machine: machineFacts(),
    beganAt,
    endedAt,
    settledAfterMs,
    ledger,
    promised: 'changes',
    strikes,
    findings,
  };
}

async function openInvitations({ bus }: Trial): Promise<void> {
  const access = client(bus, AccessService, { principal: servicePrincipal('chaos'), timeoutMs: 20_000 });
  await access.createInviteLink({ url: 'https://join.slack.com/t/guild/chaos' });
}

/** Waits until everybody has what was acknowledged, and nobody more; resolves with how long that took. */
async function settle(guild: Guild, stories: readonly Story[]): Promise<number> {
  const from = performance.now();
  await untilSeen({ everyMs: 500, giveUpMs: settleWithinMs }, async () => {
    const held = await heldBy(guild).catch(() => undefined);
    return (held && differences(stories, held).length === 0) || undefined;
  });
  const tookMs = performance.now() - from;
  // Whatever else would still come, comes.
  await delay(3_000);
  return tookMs;
}

async function heldBy({ workspace }: Guild): Promise<Held> {
  const users = new Map((await workspace.users()).map(({ id, email }) => [id, email]));
  const inSlack = slackChannels.map(async (name) => {
    const emails = (await workspace.membersOf(name)).map((id) => users.get(id) ?? id);
    return [name, new Set(emails)] as const;
  });
  const { all, group, folder, lead, area } = channels;
  const everywhere = [all, group, folder];
  return {
    channels: {
      ...Object.fromEntries(await Promise.all(inSlack)),
      [group]: new Set(await workspace.emailsOn('groups', group)),
      [folder]: new Set(await workspace.emailsOn('folders', folder)),
    },
    given: { crew: everywhere, lead: [...everywhere, ...lead], area: [...everywhere, ...area], gone: [] },
  };
}

const managedIds = async ({ workspace }: Guild): Promise<ReadonlySet<string>> =>
  new Set((await workspace.channels()).filter(({ name }) => slackChannels.includes(name)).map(({ id }) => id));

/** How often each address got an invitation. */
async function invitationsAt({ platform }: Trial): Promise<ReadonlyMap<string, number>> {
  const answer = await fetch(`${platform.sandboxUrl}/sandbox/messages?channel=email`);
  const { messages } = (await answer.json()) as { messages: readonly Readonly<{ to: string; subject?: string }>[] };
  const counts = new Map<string, number>();
  for (const { to } of messages.filter((one) => one.to.startsWith('story-'))) counts.set(to, (counts.get(to) ?? 0) + 1);
  return counts;
}

const leftOver = ({ bus, dataDir }: Trial): Promise<readonly string[]> => needsAPerson(bus, dataDir);
