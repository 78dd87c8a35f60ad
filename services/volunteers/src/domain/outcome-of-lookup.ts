import type { Ground } from './ground.ts';
import { nextCheck } from './schedule.ts';
import { type Onboarding, type Outcome, unchanged, type Volunteer } from './volunteer.ts';

/** The account that an address belongs to, as far as it matters here. */
export type FoundAccount = Readonly<{ id: string; deleted: boolean; isBot: boolean }>;

/** What follows from a search for the volunteer's address in the workspace. */
export function lookedUp(volunteer: Volunteer, found: FoundAccount | undefined, ground: Ground): Outcome {
  // Who was seen meanwhile is there, whatever the search did not find.
  if (!found && volunteer.onboarding.phase === 'present') return unchanged(volunteer);
  if (!found) return { next: absent(volunteer, ground), facts: [] };
  if (found.deleted || found.isBot) return blocked(volunteer, found.deleted ? 'deactivated_account' : 'bot', ground);
  return joined(volunteer, found.id, 'auto', ground);
}

function absent(volunteer: Volunteer, { now }: Ground): Volunteer {
  const { onboarding } = volunteer;
  // Who waits for a link asks for a place again: one may have become free.
  const phase = 'absent';
  const nextCheckAt = nextCheck(onboarding.checks, now);
  return advanced(volunteer, { ...onboarding, phase, checks: onboarding.checks + 1, nextCheckAt });
}

/** Was seen in the workspace: at once, some day, or because somebody said so. */
export function joined(volunteer: Volunteer, slackUserId: string, link: 'auto' | 'manual', { now }: Ground): Outcome {
  if (volunteer.slackUserId === slackUserId && volunteer.onboarding.phase === 'present') return unchanged(volunteer);
  const { nextCheckAt: _check, reason: _reason, ...onboarding } = volunteer.onboarding;
  const joinedAt = onboarding.joinedAt ?? now;
  const next: Volunteer = {
    ...advanced(volunteer, { ...onboarding, phase: 'present', joinedAt }),
    slackUserId,
    slackLink: link,
  };
  return { next, facts: onboarding.joinedAt ? [] : [{ type: 'joined', volunteer: next, at: now }] };
}

/** Nothing can go on until somebody looks at it. */
export function blocked(volunteer: Volunteer, reason: string, { now }: Ground): Outcome {
  const { nextCheckAt: _check, ...onboarding } = volunteer.onboarding;
  if (onboarding.phase === 'blocked' && onboarding.reason === reason) return unchanged(volunteer);
  const next = advanced(volunteer, { ...onboarding, phase: 'blocked', reason });
  return { next, facts: [{ type: 'blocked', reason, volunteer: next, at: now }] };
}

/** Begins anew: the address is another one, or the account is nobody's any more. */
export function startOver(volunteer: Volunteer): Volunteer {
  const { slackUserId: _account, ...rest } = volunteer;
  const { nextCheckAt: _check, reason: _reason, completedAt: _done, ...onboarding } = volunteer.onboarding;
  // What the other account has stays with it.
  const memberships = volunteer.memberships.filter(({ system }) => system !== 'slack');
  return { ...rest, slackLink: 'auto', memberships, onboarding: { ...onboarding, phase: 'new', checks: 0 } };
}

const advanced = (volunteer: Volunteer, onboarding: Onboarding): Volunteer => ({ ...volunteer, onboarding });
