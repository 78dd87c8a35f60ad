import type { Ground } from './ground.ts';
import { type Outcome, unchanged, type Volunteer } from './volunteer.ts';

/** A place on this link is the volunteer's, and the mail goes out with this change. */
export function invited(volunteer: Volunteer, inviteLinkId: string, { now }: Ground): Outcome {
  const { onboarding } = volunteer;
  const nth = onboarding.invitesSent + 1;
  const next: Volunteer = {
    ...volunteer,
    onboarding: {
      ...onboarding,
      phase: 'absent',
      inviteLinkId,
      invitesSent: nth,
      invitedAt: onboarding.invitedAt ?? now,
      mailedAt: now,
    },
  };
  return { next, facts: [{ type: 'invited', nth, volunteer: next, at: now }] };
}

/** There is no link with a place: the volunteer waits for one. */
export function waitsForLink(volunteer: Volunteer): Outcome {
  const { onboarding } = volunteer;
  return { next: { ...volunteer, onboarding: { ...onboarding, phase: 'waiting-for-link' } }, facts: [] };
}

/** There is a link again: the volunteer waits no more. */
export function linkIsBack(volunteer: Volunteer): Outcome {
  const { onboarding } = volunteer;
  if (onboarding.phase !== 'waiting-for-link') return unchanged(volunteer);
  return { next: { ...volunteer, onboarding: { ...onboarding, phase: 'absent' } }, facts: [] };
}

/** A reminder went out, or could not and is left out. */
export function reminded(volunteer: Volunteer, wasSent: boolean, { now }: Ground): Outcome {
  const { onboarding } = volunteer;
  const sent = wasSent ? { invitesSent: onboarding.invitesSent + 1, mailedAt: now } : {};
  const next: Volunteer = {
    ...volunteer,
    onboarding: { ...onboarding, ...sent, remindersSent: onboarding.remindersSent + 1 },
  };
  const nth = next.onboarding.invitesSent;
  return { next, facts: wasSent ? [{ type: 'invited', nth, volunteer: next, at: now }] : [] };
}

/** Never came: nobody asks any more, and the place on the link is somebody else's. */
export function givenUp(volunteer: Volunteer, { now }: Ground): Outcome {
  const { nextCheckAt: _check, ...onboarding } = volunteer.onboarding;
  if (onboarding.phase === 'expired') return unchanged(volunteer);
  const next: Volunteer = { ...volunteer, onboarding: { ...onboarding, phase: 'expired' } };
  return { next, facts: [{ type: 'expired', volunteer: next, at: now }] };
}

/** An invitation that was given up begins anew: a place is asked for again. */
export function reopened(volunteer: Volunteer): Volunteer {
  const { invitedAt: _at, inviteLinkId: _link, nextCheckAt: _check, ...onboarding } = volunteer.onboarding;
  return { ...volunteer, onboarding: { ...onboarding, phase: 'new', checks: 0, remindersSent: 0 } };
}
