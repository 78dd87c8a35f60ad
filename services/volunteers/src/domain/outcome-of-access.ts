import type { Ground } from './ground.ts';
import { day, mostTries, nextTry } from './schedule.ts';
import { type Membership, type Outcome, unchanged, type Volunteer } from './volunteer.ts';

/** The access is there; `wasIn`: before we gave it, unless an earlier try of ours did. */
export function granted(volunteer: Volunteer, channelId: string, wasIn: boolean, { now }: Ground): Outcome {
  // Whoever was slow to write it down finds it written down.
  if (volunteer.memberships.some((one) => one.channelId === channelId && one.held)) return unchanged(volunteer);
  const change = (membership: Membership): Membership => {
    const { asked = 0, ...rest } = withoutFailure(membership);
    const wasOurs = membership.attempts > 0 || asked > 1;
    const source = wasIn && !wasOurs ? 'found' : membership.source;
    // Nobody may want it any more: then it is taken again.
    const state = membership.desired ? 'member' : 'removing';
    return { ...rest, held: true, state, source, attempts: 0, since: now };
  };
  return changed(volunteer, channelId, change, { type: 'granted' }, now);
}

/** The access is gone; `note` says what was seen where it is not gone and never will be. */
export function revoked(volunteer: Volunteer, channelId: string, note: string | undefined, { now }: Ground): Outcome {
  const change = (membership: Membership): Membership => {
    const { since: _since, asked: _asked, ...rest } = withoutFailure(membership);
    const state = membership.desired ? 'pending' : 'removed';
    return { ...rest, held: false, state, attempts: 0, ...(note !== undefined && { lastError: note }) };
  };
  return changed(volunteer, channelId, change, { type: 'revoked' }, now);
}

/** It cannot be done until somebody changes something. */
export function failed(
  volunteer: Volunteer,
  channelId: string,
  { reason, failedFor }: Readonly<{ reason: string; failedFor: 'channel' | 'user' | 'call' }>,
  { now }: Ground,
): Outcome {
  const change = ({ nextTryAt: _try, asked, ...membership }: Membership): Membership => ({
    ...membership,
    // A call that failed may have been carried out; one that was refused was not.
    ...(failedFor === 'call' && asked !== undefined && { asked }),
    state: 'failed',
    lastError: reason,
    failedFor,
  });
  return changed(volunteer, channelId, change, { type: 'failed', reason }, now);
}

/** It did not work this time. After ten tries it counts as failed. */
export function triedInVain(
  volunteer: Volunteer,
  channelId: string,
  reason: string,
  ground: Ground,
  random: number,
): Outcome {
  const attempts = (volunteer.memberships.find((one) => one.channelId === channelId)?.attempts ?? 0) + 1;
  if (attempts >= mostTries) return failed(volunteer, channelId, { reason, failedFor: 'call' }, ground);
  const nextTryAt = nextTry(attempts, ground.now, random);
  const memberships = volunteer.memberships.map((membership) =>
    membership.channelId === channelId ? { ...membership, attempts, nextTryAt, lastError: reason } : membership,
  );
  return { next: { ...volunteer, memberships }, facts: [] };
}

/** Written down before the access is given, so that nobody takes what a dead process gave for what was found. */
export const aboutToGrant = (volunteer: Volunteer, channelId: string): Volunteer => ({
  ...volunteer,
  memberships: volunteer.memberships.map((one) =>
    one.channelId === channelId ? { ...one, asked: (one.asked ?? 0) + 1 } : one,
  ),
});

/** It was not given after all: nobody was asked. Under another claim since, it may have been. */
export function notAsked(volunteer: Volunteer, channelId: string, { claimedUntil: mine }: Volunteer): Volunteer {
  if (volunteer.claimedUntil?.getTime() !== mine?.getTime()) return volunteer;
  const memberships = volunteer.memberships.map((one) =>
    one.channelId === channelId ? { ...one, asked: Math.max(0, (one.asked ?? 0) - 1) } : one,
  );
  return { ...volunteer, memberships };
}

/** A person has to do it: it is asked about again tomorrow. */
export function waitsForTask(volunteer: Volunteer, channelId: string, { now }: Ground): Outcome {
  const nextTryAt = new Date(now.getTime() + day);
  const memberships = volunteer.memberships.map((one) =>
    one.channelId === channelId ? { ...one, nextTryAt, lastError: 'waits_for_task' } : one,
  );
  return { next: { ...volunteer, memberships }, facts: [] };
}

export const triedAnew = (membership: Membership): Membership => ({
  ...withoutFailure(membership),
  state: membership.desired ? 'pending' : 'removing',
  attempts: 0,
});

export function withoutFailure(membership: Membership): Membership {
  const { lastError: _error, nextTryAt: _try, failedFor: _for, ...rest } = membership;
  return rest;
}

function changed(
  volunteer: Volunteer,
  channelId: string,
  change: (membership: Membership) => Membership,
  said: Readonly<{ type: 'granted' | 'revoked' }> | Readonly<{ type: 'failed'; reason: string }>,
  at: Date,
): Outcome {
  const memberships = volunteer.memberships.map((one) => (one.channelId === channelId ? change(one) : one));
  const next: Volunteer = { ...volunteer, memberships };
  return { next, facts: [{ ...said, channelId, volunteer: next, at }] };
}
