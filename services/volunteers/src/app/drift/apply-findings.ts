import { byItself } from '../../domain/audit.ts';
import { type Book, channelOf } from '../../domain/book.ts';
import { type Drift, driftOf } from '../../domain/drift.ts';
import { mended } from '../../domain/mending.ts';
import { unchanged } from '../../domain/volunteer.ts';
import { slackUserChangedHandler } from '../onboarding/hear-slack.ts';
import { keepNews } from '../onboarding/keep-effect.ts';
import type { Said, Volunteers } from '../ports.ts';
import { type NoteDeps, noteSeen } from '../systems/note-seen.ts';
import { isMoot } from '../tasks/tidy-tasks.ts';
import { seenOf } from '../tasks/verify-task.ts';
import type { Findings } from './findings.ts';
import type { Observation } from './observation.ts';

export type ApplyDeps = Parameters<typeof slackUserChangedHandler>[0] &
  NoteDeps &
  Readonly<{ volunteers: Volunteers; report: (error: unknown, id: string) => void }>;

type Given = Readonly<{ observation: Observation; findings: Findings; mayRemove: boolean; signal: AbortSignal }>;

const atOnce = 16;

/** Does what follows from the differences. One that cannot be done stops no other. */
export async function applyFindings(deps: ApplyDeps, given: Given): Promise<void> {
  const { observation, findings, signal } = given;
  const { channels } = await deps.books.read();
  for (const channel of channels) {
    const seen = observation.seen.get(channel.id);
    if (seen) await noteSeen(deps)(channel, seen);
  }
  await lookAtTasks(deps, given);
  const hear = slackUserChangedHandler(deps);
  for (const id of findings.news) {
    signal.throwIfAborted();
    const account = observation.slackAccounts.get(id);
    if (account) await hear(seenOf(account)).catch((error: unknown) => deps.report(error, id));
  }
  for (let start = 0; start < findings.toMend.length; start += atOnce) {
    signal.throwIfAborted();
    const ids = findings.toMend.slice(start, start + atOnce);
    await Promise.all(ids.map((id) => mend(deps, given, id).catch((error: unknown) => deps.report(error, id))));
  }
  deps.nudge();
}

/** Tasks whose cause is gone are closed; those of accounts by what is told of the account. */
async function lookAtTasks({ tasks, volunteers }: ApplyDeps, { findings }: Given): Promise<void> {
  for (const task of await tasks.list({ state: 'open', volunteerId: '' })) {
    if (task.kind === 'email_changed' || task.kind === 'deactivated_account') findings.news.add(task.subject);
    if (task.kind === 'channel_broken') continue;
    if (isMoot(task, await volunteers.find(task.volunteerId))) await tasks.close(task.id, '');
  }
}

async function mend(deps: ApplyDeps, { observation, mayRemove }: Given, id: string): Promise<void> {
  const volunteer = await deps.volunteers.find(id);
  if (!volunteer) return;
  const found: { drift?: Drift | undefined; book?: Book } = {};
  await keepNews(deps)(volunteer, {
    apply: (current, ground) => {
      const drift = driftOf(current, observation, ground.book, mayRemove);
      Object.assign(found, { drift, book: ground.book });
      return drift ? mended(current, drift, ground.book, ground) : unchanged(current);
    },
    said: (stored, { now }): readonly Said[] => {
      const name = (channelId: string): string => (found.book && channelOf(found.book, channelId)?.name) ?? channelId;
      const entry = (action: string, reason: string) => (channelId: string) =>
        byItself(stored, now, { action, subject: name(channelId), reason });
      const { missing = [], extra = [] } = found.drift ?? {};
      const fresh = extra.filter(({ remove, isKnown }) => remove || !isKnown).map(({ channelId }) => channelId);
      return [
        ...missing.map(entry('membership.missing', 'was taken in the system, and is given again')),
        ...fresh.map(entry('membership.extra', 'was given in the system, by no role')),
      ];
    },
  });
}
