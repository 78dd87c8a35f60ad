import { accountClosed } from '../../domain/departure.ts';
import { lookedUp } from '../../domain/outcome-of-lookup.ts';
import { unchanged, type Volunteer } from '../../domain/volunteer.ts';
import type { Tasks } from '../ports.ts';
import type { CallSystem } from '../systems/calling.ts';
import type { Accounts } from '../systems/ports.ts';
import { SystemError } from '../systems/system-error.ts';
import type { Effect } from './effect.ts';
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
    if (account && !account.deleted) return stillOpen;
    await deps.tasks.close(closingTask(volunteer).id, '');
    return closed;
  },
};

const closed: Effect = { apply: (current, ground) => accountClosed(current, true, ground) };
const stillOpen: Effect = { apply: (current, ground) => accountClosed(current, false, ground) };

const deactivatedTask = ({ id }: Volunteer, account: string) =>
  ({
    id: `deactivated-${id}`,
    kind: 'deactivated_account',
    volunteerId: id,
    subject: account,
    detail: 'The account with this address is deactivated: activate it, or link another one.',
    verified: true,
  }) as const;

const closingTask = ({ id, slackUserId = '' }: Volunteer) =>
  ({
    id: `deactivate-${id}`,
    kind: 'deactivate_account',
    volunteerId: id,
    subject: slackUserId,
    detail: 'Deactivate the account: an owner of the workspace does so under "Manage members".',
    verified: true,
  }) as const;
