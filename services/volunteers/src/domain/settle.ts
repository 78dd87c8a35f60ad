import { type Book, type Channel, channelOf } from './book.ts';
import { desiredOf } from './desired.ts';
import { type Ground, todayOf } from './ground.ts';
import { onboardingStateOf } from './onboarding-state.ts';
import { triedAnew, withoutFailure } from './outcome-of-access.ts';
import type { Membership, Volunteer, VolunteerFact } from './volunteer.ts';

/**
 * The volunteer as the rules of today want it: which access is to be given and taken, and the state that follows. The
 * version stays; the facts are those of the state.
 */
export function settle(
  volunteer: Volunteer,
  ground: Ground,
): Readonly<{ next: Volunteer; facts: readonly VolunteerFact[] }> {
  const memberships = settledMemberships(volunteer, ground);
  const { state, reason } = onboardingStateOf({ ...volunteer, memberships }, ground.book);
  const { reason: _old, ...onboarding } = volunteer.onboarding;
  const isNowComplete = state === 'ADDED_TO_CHANNELS' && !onboarding.completedAt;
  const next: Volunteer = {
    ...volunteer,
    memberships,
    onboarding: {
      ...onboarding,
      state,
      ...(reason !== undefined && { reason }),
      ...(isNowComplete && { completedAt: ground.now }),
    },
  };
  return { next, facts: isNowComplete ? [{ type: 'completed', volunteer: next, at: ground.now }] : [] };
}

function settledMemberships(volunteer: Volunteer, ground: Ground): readonly Membership[] {
  const { book } = ground;
  if (volunteer.status === 'left') return departing(volunteer, book);
  const desired = desiredOf(book, volunteer.assignments, todayOf(ground));
  const known = new Set(volunteer.memberships.map(({ channelId }) => channelId));
  const kept = volunteer.memberships.flatMap((membership) => {
    const channel = channelOf(book, membership.channelId);
    // What is not managed any more is not touched any more.
    if (!channel) return [];
    const because = desired.get(membership.channelId);
    const current = revived(membership, channel);
    return because ? [wanted(current, because)] : unwanted(current);
  });
  const added = [...desired].flatMap(([channelId, because]) => {
    const channel = channelOf(book, channelId);
    return channel && !known.has(channelId) ? [newMembership(channel, because)] : [];
  });
  return [...kept, ...added];
}

/** What failed for the channel is tried anew once that is well. */
function revived(membership: Membership, { state }: Channel): Membership {
  const isWell = state === 'ok' || state === 'unknown';
  return membership.failedFor === 'channel' && isWell ? triedAnew(membership) : membership;
}

const newMembership = (
  { id: channelId, system }: Readonly<{ id: string; system: Membership['system'] }>,
  because: readonly string[],
): Membership => ({
  channelId,
  system,
  desired: true,
  because,
  held: false,
  state: 'pending',
  attempts: 0,
  source: 'rule',
});

function wanted(membership: Membership, because: readonly string[]): Membership {
  if (membership.desired) return { ...membership, because };
  const state = membership.held ? 'member' : 'pending';
  return { ...withoutFailure(membership), desired: true, because, state, attempts: 0 };
}

/** What a rule gave, or may just be giving, is taken; what was there before stays, and what was never given is forgotten. */
function unwanted(membership: Membership): readonly Membership[] {
  const { held, asked = 0, source, state } = membership;
  const rest: Membership = { ...membership, desired: false, because: [] };
  if (!held && asked === 0) return state === 'removed' ? [rest] : [];
  if (held && source !== 'rule') return [{ ...rest, state: 'member' }];
  return [membership.desired ? toRemove(rest) : rest];
}

const toRemove = (membership: Membership): Membership => ({
  ...withoutFailure(membership),
  state: 'removing',
  attempts: 0,
});

/** Who has left is taken out of every managed channel: those that we gave, and those in which they were found. */
function departing(volunteer: Volunteer, book: Book): readonly Membership[] {
  return book.channels.flatMap((channel): readonly Membership[] => {
    const known = volunteer.memberships.find(({ channelId }) => channelId === channel.id);
    const isUnderWay = known && !known.desired && known.state !== 'member';
    const isUnclear = channel.system === 'slack' && volunteer.slackUserId === undefined && mayHave(known);
    // What may have been given is known until the account is found that has it.
    if (known && (isUnderWay || isUnclear)) return [revived(known, channel)];
    if (!mayHold(volunteer, channel, known)) return [];
    const from: Membership = known ?? { ...newMembership(channel, []), source: 'found' };
    return [toRemove({ ...from, desired: false, because: [], held: true })];
  });
}

const mayHave = (known: Membership | undefined): boolean => known?.held === true || (known?.asked ?? 0) > 0;

function mayHold(volunteer: Volunteer, channel: Channel, known: Membership | undefined): boolean {
  const { slackUserId, seenIn = [] } = volunteer;
  if (channel.system === 'checklist') return known?.held === true;
  if (channel.system === 'slack' && slackUserId === undefined) return false;
  return mayHave(known) || seenIn.includes(channel.id);
}
