import type { Handler } from '@guildhall/kernel';
import { normalisedEmail } from '../../domain/enrolment.ts';
import { joined, lookedUp } from '../../domain/outcome-of-lookup.ts';
import { unchanged, type Volunteer } from '../../domain/volunteer.ts';
import type { Tasks, Volunteers } from '../ports.ts';
import { deactivatedTask, deactivatedTaskId, emailTask, emailTaskId } from './account-tasks.ts';
import { keepNews, type KeepDeps } from './keep-effect.ts';

/** Somebody joined the workspace, or became another: as Slack told it, with its signature. */
export type SlackUserSeen = Readonly<{
  userId: string;
  email: string;
  deleted: boolean;
  isBot: boolean;
}>;

type Deps = KeepDeps & Readonly<{ volunteers: Volunteers; tasks: Tasks; advance: Handler<string> }>;

/** Ends the waiting of whoever has this address; told again, it changes nothing. */
export const slackUserJoinedHandler =
  (deps: Deps): Handler<SlackUserSeen> =>
  async ({ userId, email, deleted, isBot }) => {
    if (email === '' || deleted || isBot) return;
    const volunteer = await deps.volunteers.withEmail(normalisedEmail(email));
    if (!volunteer || volunteer.slackUserId !== undefined) return;
    await keepNews(deps)(volunteer, {
      apply: (current, ground) =>
        current.slackUserId === undefined ? joined(current, userId, 'auto', ground) : unchanged(current),
    });
    await deps.tasks.close(deactivatedTaskId(volunteer.id), '');
    await deps.advance(volunteer.id);
  };

/** An account was deactivated, or came back, or has another address. */
export const slackUserChangedHandler =
  (deps: Deps): Handler<SlackUserSeen> =>
  async (seen) => {
    const volunteer = await deps.volunteers.withSlackUser(seen.userId);
    if (!volunteer) return slackUserJoinedHandler(deps)(seen);
    if (seen.deleted) {
      await keepNews(deps)(volunteer, {
        apply: (current, ground) => lookedUp(current, { id: seen.userId, deleted: true, isBot: false }, ground),
      });
      await deps.tasks.open(deactivatedTask(volunteer, seen.userId));
      return;
    }
    if (volunteer.onboarding.phase === 'blocked' && volunteer.onboarding.reason === 'deactivated_account') {
      await keepNews(deps)(volunteer, {
        apply: (current, ground) => joined(current, seen.userId, current.slackLink, ground),
      });
      await deps.tasks.close(deactivatedTaskId(volunteer.id), '');
      await deps.advance(volunteer.id);
    }
    if (isOther(seen.email, volunteer)) await deps.tasks.open(emailTask(volunteer));
    else await deps.tasks.close(emailTaskId(volunteer.id), '');
  };

/** Of an account that somebody linked by hand the address was known to be another one. */
export const isOther = (email: string, volunteer: Pick<Volunteer, 'email' | 'slackLink'>): boolean =>
  email !== '' && volunteer.slackLink === 'auto' && normalisedEmail(email) !== volunteer.email;
