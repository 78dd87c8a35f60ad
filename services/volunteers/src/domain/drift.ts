import type { Book, System } from './book.ts';
import type { Membership, Volunteer } from './volunteer.ts';

/** Who was seen in which channel. */
export type Observed = Readonly<{
  /** Before anything was read. */
  since: Date;
  /** Channels that were read to the end. */
  channels: ReadonlySet<string>;
  has: (system: System, account: string, channelId: string) => boolean;
  /** Deactivated ones lose everything by themselves. */
  isDeactivated: (system: System, account: string) => boolean;
}>;

/** What of one volunteer's access is not as it is kept. */
export type Drift = Readonly<{
  /** The roles give it, and it is gone. */
  missing: readonly string[];
  /** Nobody gave it; `remove`: it is taken, else it is kept as found. */
  extra: readonly Readonly<{ channelId: string; remove: boolean; isKnown: boolean }>[];
  /** It was found once, and is gone. */
  gone: readonly string[];
  /** It could not be given, and is there. */
  there: readonly string[];
  /** It did not work so often that nobody tried any more: now it may. */
  again: readonly string[];
}>;

export const accountOf = ({ slackUserId = '', email }: Volunteer, system: System): string =>
  system === 'slack' ? slackUserId : email;

const never = 'cant_kick_from_general';

/** Nothing where all is as it is kept. `mayRemove`: access that nobody gave is taken; of who has left it always is. */
export function driftOf(volunteer: Volunteer, observed: Observed, book: Book, mayRemove: boolean): Drift | undefined {
  const drift = { missing: [], extra: [], gone: [], there: [], again: [] } as {
    -readonly [Key in keyof Drift]: Drift[Key][number][];
  };
  const isLeft = volunteer.status === 'left';
  for (const { id, system } of book.channels) {
    const account = accountOf(volunteer, system);
    if (!observed.channels.has(id) || account === '') continue;
    const membership = volunteer.memberships.find(({ channelId }) => channelId === id);
    const isThere = observed.has(system, account, id);
    if (membership && wasGivenUp(membership, isThere)) drift.again.push(id);
    else if (!isThere) {
      const isClosed = observed.isDeactivated(system, account);
      if (isClosed || !membership || !isLost(volunteer, membership, observed.since)) continue;
      (membership.desired ? drift.missing : drift.gone).push(id);
    } else if (!membership?.desired) {
      const isKnown = membership?.held === true && membership.source === 'found';
      if (!isUnderWay(membership)) drift.extra.push({ channelId: id, remove: isLeft || mayRemove, isKnown });
    } else if (membership.state === 'failed') drift.there.push(id);
  }
  const isNothing = Object.values(drift).every((list) => list.length === 0);
  return isNothing ? undefined : drift;
}

/** It was there before anybody looked. In Slack it cannot come back while the account cannot be used. */
function isLost({ status, onboarding }: Volunteer, { held, state, system, since }: Membership, before: Date): boolean {
  const isReachable = system !== 'slack' || onboarding.phase === 'present';
  return held && state === 'member' && status !== 'left' && isReachable && !(since && since > before);
}

/** It failed for no reason that somebody has to see to, and is not as it should be. */
const wasGivenUp = ({ state, failedFor, desired }: Membership, isThere: boolean): boolean =>
  state === 'failed' && failedFor === 'call' && desired !== isThere;

/** It is being taken, or nobody can take it. */
const isUnderWay = (membership: Membership | undefined): boolean =>
  membership !== undefined &&
  !membership.desired &&
  (membership.state === 'removing' || membership.state === 'failed' || membership.lastError === never);
