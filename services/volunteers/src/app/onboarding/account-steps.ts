import { accountClosed } from '../../domain/departure.ts';
import { lookedUp } from '../../domain/outcome-of-lookup.ts';
import { unchanged, type Volunteer } from '../../domain/volunteer.ts';
import type { Tasks } from '../ports.ts';
import type { CallSystem } from '../systems/calling.ts';
import type { Accounts } from '../systems/ports.ts';
import { SystemError } from '../systems/system-error.ts';
import type { Effect } from './effect.ts';
import { closingTask, closingTaskId, deactivatedTask } from './account-tasks.ts';
import { held } from './held.ts';

export type AccountDeps = Readonly<{ accounts: Accounts; call: CallSystem; tasks: Tasks }>;

export type AccountStep = 'look-up' | 'close-account' | 'check-account';

/** Looks for the account of an address, or closes the one of who has left. */
export const accountStep =
  (deps: AccountDeps) =>
  async (type: AccountStep, volunteer: Volunteer): Promise<Effect> => {
    try {
      return await deps.call('slack', () => steps[type](deps, volunteer));
    } catch (error) {
      if (error instanceof SystemError) return held(error);
      throw error;
    }
  };

const steps: Readonly<Record<AccountStep, (deps: AccountDeps, volunteer: Volunteer) => Promise<Effect>>> = {
  'look-up': async ({ accounts, tasks }, volunteer) => {
    const { email } = volunteer;
    const found = await accounts.findByEmail(email);
    if (found?.deleted || found?.isBot) await tasks.open(deactivatedTask(volunteer, found.id));
    return {
      // An address that was changed meanwhile is looked up itself.
      apply: (current, ground) => (current.email === email ? lookedUp(current, found, ground) : unchanged(current)),
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

const closed: Effect = { apply: (current, ground) => accountClosed(current, true, ground) };
const stillOpen: Effect = { apply: (current, ground) => accountClosed(current, false, ground) };
