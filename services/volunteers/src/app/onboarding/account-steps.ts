import { accountClosed, searchedAfterLeaving, seenAround } from '../../domain/departure.ts';
import { type FoundAccount, lookedUp } from '../../domain/outcome-of-lookup.ts';
import type { Book } from '../../domain/book.ts';
import { unchanged, type Volunteer } from '../../domain/volunteer.ts';
import type { Tasks, Volunteers } from '../ports.ts';
import type { CallSystem } from '../systems/calling.ts';
import type { Accounts } from '../systems/ports.ts';
import { SystemError } from '../systems/system-error.ts';
import type { Effect } from './effect.ts';
import { closingTask, closingTaskId, deactivatedTask } from './account-tasks.ts';
import { held } from './held.ts';

export type AccountDeps = Readonly<{ accounts: Accounts; call: CallSystem; tasks: Tasks; volunteers: Volunteers }>;

export type AccountStep = 'look-up' | 'look-around' | 'close-account' | 'check-account';

/** Looks for the account of an address, or closes the one of who has left. */
export const accountStep =
  (deps: AccountDeps) =>
  async (type: AccountStep, volunteer: Volunteer): Promise<Effect> => {
    try {
      return await deps.call('slack', () => steps[type](deps, volunteer));
    } catch (error) {
      if (error instanceof SystemError) return held(error, 'slack');
      throw error;
    }
  };

const steps: Readonly<Record<AccountStep, (deps: AccountDeps, volunteer: Volunteer) => Promise<Effect>>> = {
  'look-up': async ({ accounts, tasks, volunteers }, volunteer) => {
    const { email } = volunteer;
    const found = await accounts.findByEmail(email);
    if (volunteer.status === 'left') return foundAfterLeaving(volunteers, found);
    if (found?.deleted || found?.isBot) await tasks.open(deactivatedTask(volunteer, found.id));
    return {
      // An address that was changed meanwhile is looked up itself, and so is that of who left.
      apply: (current, ground) =>
        current.email === email && current.status !== 'left' ? lookedUp(current, found, ground) : unchanged(current),
    };
  },
  'look-around': async ({ accounts }, { slackUserId = '' }) => {
    const seen: SlackPlace[] = [];
    for await (const page of accounts.channelsOf(slackUserId)) seen.push(...page);
    return {
      apply: (current, { book }) =>
        current.status === 'left' ? seenAround(current, managedAmong(book, seen)) : unchanged(current),
    };
  },
  'close-account': async (deps, volunteer) => {
    const done = await deps.accounts.deactivate(volunteer.slackUserId ?? '');
    if (done === 'deactivated') return closed;
    await deps.tasks.open(closingTask(volunteer));
    return stillOpen;
  },
  'check-account': async (deps, volunteer) => {
    const account = await deps.accounts.find(volunteer.slackUserId ?? '');
    // A right to close accounts may have come meanwhile.
    const isActive = account !== undefined && !account.deleted;
    if (isActive && (await deps.accounts.deactivate(account.id)) === 'unavailable') return stillOpen;
    await deps.tasks.close(closingTaskId(volunteer.id), '');
    return closed;
  },
};

/** The account of who is a volunteer again under another id is theirs. */
async function foundAfterLeaving(
  volunteers: Pick<Volunteers, 'withSlackUser'>,
  found: FoundAccount | undefined,
): Promise<Effect> {
  const isActive = found !== undefined && !found.deleted && !found.isBot;
  const isFree = isActive && !(await volunteers.withSlackUser(found.id));
  const account = isFree ? found.id : undefined;
  return {
    apply: (current) => (current.status === 'left' ? searchedAfterLeaving(current, account) : unchanged(current)),
  };
}

type SlackPlace = Readonly<{ id: string; name: string }>;

/** Ours among some channels of Slack; one that was never looked up is known by its name. */
const managedAmong = ({ channels }: Book, seen: readonly SlackPlace[]): readonly string[] =>
  channels
    .filter(({ system }) => system === 'slack')
    .filter(({ externalId, name }) =>
      seen.some((one) => (externalId === undefined ? one.name === name : one.id === externalId)),
    )
    .map(({ id }) => id);

const closed: Effect = { apply: (current, ground) => accountClosed(current, true, ground) };
const stillOpen: Effect = { apply: (current, ground) => accountClosed(current, false, ground) };
