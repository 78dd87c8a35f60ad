import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Reply } from '../../chaos/http-client.ts';
import { textOf } from '../../chaos/http-client.ts';
import type { Ledger } from '../../chaos/ledger.ts';
import { atPace } from '../../chaos/pace.ts';
import { type Outcome, outcomeOf, persist } from '../../chaos/persist.ts';
import { emailOf, type Guild, place, type RoleKey } from '../guild.ts';
import { untilSeen } from '../until.ts';

/** What a volunteer ends as, acknowledged step by step. */
export type Story = Readonly<{ volunteerId: string; email: string; ends: RoleKey | 'gone' }>;

type Stories = Readonly<{
  guild: Guild;
  webPort: number;
  ledger: Ledger;
  /** Aborted when no more begins, and when what is under way is given up. */
  ending: AbortSignal;
  giveUp: AbortSignal;
}>;

const perSecond = 1;
const thoughtMs = 2_000;

/** Volunteers come, some of them before they are in the workspace, get another role, and most of them leave. */
export async function tellStories(stories: Stories): Promise<readonly Story[]> {
  const told: Story[] = [];
  let count = 0;
  await atPace({ perSecond, ending: stories.ending }, () => {
    const number = count++;
    return async () => {
      const story = await tell(stories, number);
      if (story) told.push(story);
    };
  });
  return told;
}

/** Nothing where it was given up: then anything may be true. */
async function tell(stories: Stories, number: number): Promise<Story | undefined> {
  const volunteerId = `story-${number}`;
  const email = emailOf(volunteerId);
  const { workspace } = stories.guild;
  const isIn = number % 2 === 0;
  if (isIn) await insist(() => workspace.join([email]));
  const names = { firstName: 'Dana', lastName: 'Levi' };
  const enrolment = { volunteerId, email, ...names, assignments: [{ ...place, role: 'lead' }] };
  if (!(await write(stories, 'POST', '/api/volunteers', enrolment))) return undefined;
  await delay(thoughtMs);
  if (!isIn) await insist(() => workspace.joinAloud(email));
  await delay(thoughtMs);
  if (!(await write(stories, 'PATCH', `/api/volunteers/${volunteerId}`, { role: 'area' }))) return undefined;
  await delay(thoughtMs);
  if (number % 3 === 0) return { volunteerId, email, ends: 'area' };
  if (!(await write(stories, 'POST', `/api/volunteers/${volunteerId}/leave`, {}))) return undefined;
  return { volunteerId, email, ends: 'gone' };
}

/** People do what they do in the workspace when it is there again. */
async function insist(act: () => Promise<unknown>): Promise<void> {
  await untilSeen({ everyMs: 200, giveUpMs: 30_000 }, () =>
    act().then(
      () => true,
      () => undefined,
    ),
  );
}

async function write(stories: Stories, verb: string, path: string, body: object): Promise<boolean> {
  const { guild, webPort, ledger, giveUp } = stories;
  const { cookie, csrfToken } = guild.officer;
  const headers = { 'content-type': 'application/json', cookie, 'x-csrf-token': csrfToken };
  const key = { 'idempotency-key': randomUUID() };
  const ask = async (): Promise<Reply> => {
    const init = { method: verb, headers: { ...headers, ...key }, body: JSON.stringify(body) };
    const answer = await fetch(`http://127.0.0.1:${webPort}${path}`, { ...init, signal: AbortSignal.timeout(6_000) });
    return { status: answer.status, json: (await answer.json().catch(() => ({}))) as Reply['json'] };
  };
  const reply = await persist(ask, { ledger, signal: giveUp, judge });
  if (reply) ledger.promisedTo([path]);
  return reply !== undefined;
}

/** What was done by an attempt that nobody heard the answer of is done. */
function judge(reply: Reply): Outcome {
  const isDone = ['volunteers.duplicate_volunteer_id', 'volunteers.has_left'].includes(textOf(reply, 'code') ?? '');
  return isDone ? 'done' : outcomeOf(reply.status);
}
