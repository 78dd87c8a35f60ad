import { say } from '@guildhall/tools/terminal/screen.ts';
import { inTurns } from '../platform/in-turns.ts';
import { channels, emailOf, type Guild, slackChannels } from './guild.ts';
import type { Timed } from './role-change.ts';
import { untilSeen } from './until.ts';

const patience = { everyMs: 100, giveUpMs: 90_000 };

/** So many people with access in three systems leave at once; each is timed until nothing is left. */
export async function letLeave(guild: Guild, count: number): Promise<Timed> {
  say(`adding ${count} volunteers who will leave`);
  const ids = Array.from({ length: count }, (_, index) => `leaver-${index}`);
  const accounts = await guild.workspace.join(ids.map(emailOf));
  await inTurns(ids, 16, (id) => guild.join(id, 'lead'));
  const remaining = async (): Promise<readonly number[]> => {
    const [members, emails] = await everythingHeld(guild);
    return ids.flatMap((id, index) => (members.has(accounts[index] ?? '') || emails.has(emailOf(id)) ? [index] : []));
  };
  const isAllIn = await untilSeen(patience, async () => {
    const [members, emails] = await everythingHeld(guild, 'each');
    return ids.every((id, index) => members.has(accounts[index] ?? '') && emails.has(emailOf(id))) || undefined;
  });
  if (!isAllIn) throw new Error('the volunteers were not given their access');
  say('they leave');
  const askedAt = new Map<number, number>();
  const tookMs: number[] = [];
  const leaving = inTurns(ids, 16, async (volunteerId, index) => {
    askedAt.set(index, Date.now());
    await guild.volunteers.leave({ volunteerId });
  });
  await untilSeen(patience, async () => {
    const left = new Set(await remaining());
    const now = Date.now();
    for (const [index, at] of askedAt) {
      if (left.has(index)) continue;
      tookMs.push(now - at);
      askedAt.delete(index);
    }
    return tookMs.length === count || undefined;
  });
  await leaving;
  return { count, missing: count - tookMs.length, tookMs };
}

/** Who is in any managed channel, and on any list; with `each` who is in all that a lead is in. */
async function everythingHeld({ workspace }: Guild, which: 'any' | 'each' = 'any') {
  const names = which === 'any' ? slackChannels : [...channels.lead, channels.all];
  const inSlack = (await Promise.all(names.map((name) => workspace.membersOf(name)))).map((ids) => new Set(ids));
  const atGoogle = [
    new Set(await workspace.emailsOn('groups', channels.group)),
    new Set(await workspace.emailsOn('folders', channels.folder)),
  ];
  const together = (sets: readonly ReadonlySet<string>[]): ReadonlySet<string> => {
    const all = new Set(sets.flatMap((one) => [...one]));
    return which === 'any' ? all : new Set([...all].filter((one) => sets.every((some) => some.has(one))));
  };
  return [together(inSlack), together(atGoogle)] as const;
}
