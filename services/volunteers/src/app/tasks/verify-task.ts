import { channelOf } from '../../domain/book.ts';
import { accountClosed } from '../../domain/departure.ts';
import type { Task } from '../../domain/task.ts';
import type { Volunteer } from '../../domain/volunteer.ts';
import { type SlackUserSeen, slackUserChangedHandler } from '../onboarding/hear-slack.ts';
import { keepNews } from '../onboarding/keep-effect.ts';
import type { Volunteers } from '../ports.ts';
import type { CallSystem } from '../systems/calling.ts';
import type { Inspector } from '../systems/inspector.ts';
import { type NoteDeps, noteSeen } from '../systems/note-seen.ts';
import type { Accounts, SlackAccount } from '../systems/ports.ts';
import type { VerifyTask } from './complete-task.ts';

type Deps = Parameters<typeof slackUserChangedHandler>[0] &
  NoteDeps &
  Readonly<{
    volunteers: Volunteers;
    accounts: Accounts;
    call: CallSystem;
    inspectorOf: (system: 'slack' | 'google-group' | 'drive-folder' | 'checklist') => Inspector;
  }>;

/** Asks the system that a task is about. */
export const verifyTaskIn =
  (deps: Deps): VerifyTask =>
  async (task) => {
    if (task.kind === 'channel_broken') return channelIsWell(deps, task);
    const volunteer = await deps.volunteers.find(task.volunteerId);
    // Who was erased has nothing any more that anybody could look at.
    if (!volunteer || volunteer.erased) return undefined;
    const account = await deps.call('slack', () => deps.accounts.find(volunteer.slackUserId ?? task.subject));
    if (task.kind === 'deactivate_account') return accountIsClosed(deps, volunteer, account);
    if (task.kind === 'deactivated_account') return accountIsBack(deps, volunteer, account);
    return account?.email === volunteer.email ? undefined : 'The account still has another address than the volunteer.';
  };

async function channelIsWell(deps: Deps, { id }: Task): Promise<string | undefined> {
  const channel = channelOf(await deps.books.read(), id.slice('channel-'.length));
  if (!channel) return undefined;
  const { seen } = await deps.call(channel.system, () => deps.inspectorOf(channel.system).channels([channel]));
  const found = seen.get(channel.id);
  if (found) await noteSeen(deps)(channel, found);
  return found?.state === 'ok' ? undefined : `The channel cannot be used yet: ${found?.state ?? 'it was not found'}.`;
}

async function accountIsClosed(
  deps: Deps,
  volunteer: Volunteer,
  account: SlackAccount | undefined,
): Promise<string | undefined> {
  // Who came back keeps the account.
  if (volunteer.status !== 'left') return undefined;
  if (account && !account.deleted) return 'The account is still active in Slack.';
  await keepNews(deps)(volunteer, { apply: (current, ground) => accountClosed(current, true, ground) });
  return undefined;
}

async function accountIsBack(
  deps: Deps,
  volunteer: Volunteer,
  account: SlackAccount | undefined,
): Promise<string | undefined> {
  if (volunteer.onboarding.phase !== 'blocked') return undefined;
  const seen = (account && seenOf(account)) ?? undefined;
  if (!seen || seen.deleted || seen.isBot) return 'The account is still deactivated in Slack.';
  await slackUserChangedHandler(deps)(seen);
  return undefined;
}

export const seenOf = ({ id, email, deleted, isBot }: SlackAccount): SlackUserSeen => ({
  userId: id,
  email,
  deleted,
  isBot,
});
