import { type Book, channelOf } from './book.ts';
import type { OnboardingState, Phase, Volunteer } from './volunteer.ts';

const outside: Readonly<Record<Exclude<Phase, 'present'>, OnboardingState>> = {
  new: 'NEW',
  absent: 'NOT_IN_WORKSPACE',
  'waiting-for-link': 'WAITING_FOR_LINK',
  expired: 'EXPIRED',
  blocked: 'BLOCKED',
};

type Told = Readonly<{ state: OnboardingState; reason?: string }>;

/** The state as it is told, and why it is not as it should be. */
export function onboardingStateOf(volunteer: Volunteer, book: Book): Told {
  const { status, onboarding, memberships, account } = volunteer;
  if (status === 'left') {
    const isOut = memberships.every(({ state }) => state !== 'removing');
    return { state: isOut && account?.state === 'deactivated' ? 'OFFBOARDED' : 'OFFBOARDING' };
  }
  if (onboarding.phase !== 'present') {
    const { reason } = onboarding;
    return {
      state: outside[onboarding.phase],
      ...(onboarding.phase === 'blocked' && reason !== undefined && { reason }),
    };
  }
  const wanted = memberships.filter(({ system, desired }) => system === 'slack' && desired);
  if (wanted.every(({ held }) => held)) return { state: 'ADDED_TO_CHANNELS' };
  const failed = wanted.filter(({ held, state }) => !held && state === 'failed');
  if (failed.length === 0) return { state: 'IN_WORKSPACE' };
  const reasons = failed.map(
    ({ channelId, lastError = 'failed' }) => `${channelOf(book, channelId)?.name ?? channelId}: ${lastError}`,
  );
  return { state: 'PARTIAL', reason: reasons.join(', ') };
}
