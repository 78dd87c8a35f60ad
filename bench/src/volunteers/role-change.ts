import { randomUUID } from 'node:crypto';
import { say } from '@guildhall/tools/terminal/screen.ts';
import { inTurns } from '../platform/in-turns.ts';
import type { Member } from '../platform/people.ts';
import type { Trial } from '../platform/trial.ts';
import { channels, emailOf, type Guild } from './guild.ts';
import { untilSeen } from './until.ts';

/** Milliseconds from a request over HTTP; `missing`: how many were not over within a minute. */
export type Timed = Readonly<{ count: number; missing: number; tookMs: readonly number[] }>;

const giveUpMs = 60_000;
const perCallMs = 20;

/** People with two channels of their own get two others, one person after the other. */
export async function changeRoles(trial: Trial, guild: Guild, count: number): Promise<Timed> {
  say(`adding ${count} volunteers to the workspace`);
  const ids = Array.from({ length: count }, (_, index) => `lead-${index}`);
  const accounts = await guild.workspace.join(ids.map(emailOf));
  await inTurns(ids, 16, (id) => guild.join(id, 'lead'));
  await untilIn(guild, channels.lead[1], accounts);
  await guild.workspace.slowDown(perCallMs);
  await guild.workspace.forgetCalls();
  say('changing their roles');
  const tookMs: number[] = [];
  for (const [index, id] of ids.entries()) {
    const askedAt = Date.now();
    await patch(trial, guild.officer, id, { role: 'area' });
    const lastAt = await lastCallOf(guild, accounts[index] ?? '');
    if (lastAt !== undefined) tookMs.push(lastAt + perCallMs - askedAt);
  }
  return { count, missing: count - tookMs.length, tookMs };
}

async function untilIn({ workspace }: Guild, channel: string, accounts: readonly string[]): Promise<void> {
  const patience = { everyMs: 200, giveUpMs };
  const seen = await untilSeen(patience, async () => {
    const members = new Set(await workspace.membersOf(channel));
    return accounts.every((account) => members.has(account)) || undefined;
  });
  if (!seen) throw new Error('the volunteers were not given their channels');
}

async function patch({ webPort }: Trial, { cookie, csrfToken }: Member, id: string, body: object): Promise<void> {
  const headers = {
    'content-type': 'application/json',
    cookie,
    'x-csrf-token': csrfToken,
    'idempotency-key': randomUUID(),
  };
  const init = { method: 'PATCH', headers, body: JSON.stringify(body) };
  const answer = await fetch(`http://127.0.0.1:${webPort}/api/volunteers/${id}`, init);
  if (!answer.ok) throw new Error(`a change was refused with ${answer.status}: ${await answer.text()}`);
}

/** When the last of the four calls arrived at Slack. */
const lastCallOf = ({ workspace }: Guild, account: string): Promise<number | undefined> =>
  untilSeen({ everyMs: 20, giveUpMs }, async () => {
    const made = [
      ...(await workspace.slackCalls('conversations.kick')),
      ...(await workspace.slackCalls('conversations.invite')),
    ];
    const times = made.filter(({ user }) => user === account).map(({ at }) => Date.parse(at));
    return times.length >= 4 ? Math.max(...times) : undefined;
  });
