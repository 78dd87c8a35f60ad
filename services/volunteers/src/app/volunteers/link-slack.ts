import type { Handler } from '@guildhall/kernel';
import { refusals } from '../../domain/refusals.ts';
import { joined, startOver } from '../../domain/outcome-of-lookup.ts';
import type { Volunteer } from '../../domain/volunteer.ts';
import type { Caller } from '../ports.ts';
import { changeVolunteer, type ChangingDeps } from './changing.ts';

/** The accounts of the workspace, as far as they can be seen. */
export type FindSlackUser = (id: string) => Promise<Readonly<{ deleted: boolean; isBot: boolean }> | undefined>;

export type LinkSlack = Readonly<{ volunteerId: string; slackUserId: string; caller: Caller }>;

/** An administrator says whose account it is. */
export const linkSlackHandler =
  (deps: ChangingDeps & Readonly<{ findSlackUser: FindSlackUser }>): Handler<LinkSlack, Volunteer> =>
  async ({ slackUserId, ...asked }) => {
    const user = await deps.findSlackUser(slackUserId);
    if (!user) throw refusals.field('/slackUserId', 'is no account of this workspace');
    if (user.deleted || user.isBot) throw refusals.field('/slackUserId', 'is a deactivated account or a bot');
    return changeVolunteer(deps, asked, (volunteer, ground) => {
      if (volunteer.status === 'left') throw refusals.hasLeft();
      const isOther = volunteer.slackUserId !== undefined && volunteer.slackUserId !== slackUserId;
      const outcome = joined(isOther ? startOver(volunteer) : volunteer, slackUserId, 'manual', ground);
      const next: Volunteer = { ...outcome.next, slackLink: 'manual' };
      return { outcome: { ...outcome, next }, acts: [{ action: 'slack.linked', after: slackUserId }] };
    });
  };

export type UnlinkSlack = Readonly<{ volunteerId: string; caller: Caller }>;

/** The account is not the volunteer's: what it has stays with it, and the address is looked up anew. */
export const unlinkSlackHandler =
  (deps: ChangingDeps): Handler<UnlinkSlack, Volunteer> =>
  (asked) =>
    changeVolunteer(deps, asked, (volunteer) => {
      if (volunteer.status === 'left') throw refusals.hasLeft();
      const before = volunteer.slackUserId ?? '';
      return {
        outcome: { next: startOver(volunteer), facts: [] },
        acts: [{ action: 'slack.unlinked', before }],
      };
    });
