import type { Book, System } from './book.ts';
import type { Drift } from './drift.ts';
import type { Ground } from './ground.ts';
import { triedAnew, withoutFailure } from './outcome-of-access.ts';
import type { Membership, Outcome, Volunteer } from './volunteer.ts';

/** Something is to be stored. */
export const needsMending = ({ missing, extra, gone, there, again }: Drift): boolean =>
  missing.length + gone.length + there.length + again.length > 0 ||
  extra.some(({ remove, isKnown }) => remove || !isKnown);

/** Missing access is given again, and what nobody gave is taken, or kept as found. */
export function mended(volunteer: Volunteer, drift: Drift, book: Book, { now }: Ground): Outcome {
  const extras = new Map(drift.extra.map((one) => [one.channelId, one]));
  const kept = volunteer.memberships
    .filter(({ channelId }) => !drift.gone.includes(channelId) && !extras.has(channelId))
    .map((membership) => {
      if (drift.missing.includes(membership.channelId)) return toGrant(membership);
      if (drift.again.includes(membership.channelId)) return triedAnew(membership);
      return drift.there.includes(membership.channelId) ? asFound(membership, now) : membership;
    });
  const added = drift.extra.flatMap(({ channelId, remove }) => {
    const system = book.channels.find(({ id }) => id === channelId)?.system;
    if (!system) return [];
    const known = volunteer.memberships.find((one) => one.channelId === channelId) ?? blank(channelId, system);
    return [remove ? toTake(known) : asFound(known, now)];
  });
  return { next: { ...volunteer, memberships: [...kept, ...added] }, facts: [] };
}

const blank = (channelId: string, system: System): Membership => ({
  channelId,
  system,
  desired: false,
  because: [],
  held: true,
  state: 'member',
  attempts: 0,
  source: 'found',
});

function toGrant(membership: Membership): Membership {
  const { since: _since, asked: _asked, ...rest } = withoutFailure(membership);
  return { ...rest, held: false, state: 'pending', attempts: 0, source: 'rule' };
}

const asFound = (membership: Membership, now: Date): Membership => ({
  ...withoutFailure(membership),
  held: true,
  state: 'member',
  attempts: 0,
  source: 'found',
  since: membership.since ?? now,
});

// As if a rule had given it: only that is taken.
const toTake = (membership: Membership): Membership => ({
  ...withoutFailure(membership),
  held: true,
  state: 'removing',
  attempts: 0,
  source: 'rule',
});
