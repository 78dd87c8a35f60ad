import { counts } from './assignment.ts';
import { type Ground, todayOf } from './ground.ts';
import { day } from './schedule.ts';
import type { Membership, Volunteer } from './volunteer.ts';

/** What is to be done next for a volunteer. `system` steps call somebody else's. */
export type Step =
  | Readonly<{ type: 'depart' | 'end-assignments' | 'erase' | 'invite' | 'remind' | 'give-up' }>
  | Readonly<{ type: 'look-up' | 'look-around' | 'close-account' | 'check-account' }>
  | Readonly<{ type: 'grant' | 'revoke'; membership: Membership }>;

const systemSteps = ['look-up', 'look-around', 'close-account', 'check-account', 'grant', 'revoke'];

export const callsASystem = ({ type }: Step): boolean => systemSteps.includes(type);

/** Expects a volunteer who is settled on the same ground; nothing when there is nothing to do now. */
export function nextStep(volunteer: Volunteer, ground: Ground): Step | undefined {
  const { status, erased, heldUntil } = volunteer;
  if (erased) return undefined;
  const step = status === 'left' ? afterLeaving(volunteer, ground) : whileHere(volunteer, ground);
  const isHeld = heldUntil !== undefined && heldUntil > ground.now;
  return step && isHeld && callsASystem(step) ? undefined : step;
}

function whileHere(volunteer: Volunteer, ground: Ground): Step | undefined {
  const today = todayOf(ground);
  const { status, leaveDate, assignments } = volunteer;
  if (status === 'leaving' && leaveDate !== undefined && leaveDate <= today) return { type: 'depart' };
  if (assignments.some(({ to, endedAt }) => !endedAt && to !== undefined && to < today)) {
    return { type: 'end-assignments' };
  }
  const onTheWay = assignments.some((one) => counts(one, today)) ? stepOnTheWay(volunteer, ground) : undefined;
  return onTheWay ?? stepOfAccess(volunteer, ground);
}

function stepOnTheWay({ onboarding }: Volunteer, { now, policy }: Ground): Step | undefined {
  const { phase, invitedAt, nextCheckAt, remindersSent } = onboarding;
  if (phase === 'new') return { type: 'look-up' };
  if (phase !== 'absent' && phase !== 'waiting-for-link') return undefined;
  const isCheckDue = nextCheckAt !== undefined && nextCheckAt <= now;
  if (!invitedAt) return phase === 'absent' ? { type: 'invite' } : isCheckDue ? { type: 'look-up' } : undefined;
  if (isCheckDue) return { type: 'look-up' };
  if (daysAfter(invitedAt, policy.giveUpDays) <= now) return { type: 'give-up' };
  const remindAfter = policy.reminderDays[remindersSent];
  return remindAfter !== undefined && daysAfter(invitedAt, remindAfter) <= now ? { type: 'remind' } : undefined;
}

export const daysAfter = (moment: Date, count: number): Date => new Date(moment.getTime() + count * day);

/** What is given comes first, so that a change of role leaves nobody without anything for a while. */
function stepOfAccess(volunteer: Volunteer, ground: Ground): Step | undefined {
  const isDue = ({ nextTryAt }: Membership): boolean => nextTryAt === undefined || nextTryAt <= ground.now;
  const ready = volunteer.memberships.filter((one) => isDue(one) && canBeReached(volunteer, one));
  const toGrant = ready.find(({ state, desired }) => desired && state === 'pending');
  if (toGrant) return { type: 'grant', membership: toGrant };
  const toRevoke = ready.find(({ state }) => state === 'removing');
  return toRevoke && { type: 'revoke', membership: toRevoke };
}

/** In Slack somebody is an account, which has to be known. */
const canBeReached = ({ slackUserId, onboarding }: Volunteer, { system }: Membership): boolean =>
  system !== 'slack' || (slackUserId !== undefined && onboarding.phase === 'present');

function afterLeaving(volunteer: Volunteer, ground: Ground): Step | undefined {
  const { slackUserId, account, leftAt } = volunteer;
  const isOver = leftAt !== undefined && daysAfter(leftAt, ground.policy.retentionDays) <= ground.now;
  const reachable = { ...volunteer, onboarding: { ...volunteer.onboarding, phase: 'present' as const } };
  const access = stepOfAccess(reachable, ground);
  if (access) return access;
  const isWaiting = volunteer.memberships.some(({ state }) => state === 'removing');
  if (!account && slackUserId === undefined) return { type: 'look-up' };
  if (!account && !volunteer.seenIn) return { type: 'look-around' };
  if (!account && !isWaiting) return { type: 'close-account' };
  const isCheckDue = account?.nextCheckAt !== undefined && account.nextCheckAt <= ground.now;
  if (account?.state === 'open' && isCheckDue) return { type: 'check-account' };
  return isOver && !isWaiting ? { type: 'erase' } : undefined;
}
