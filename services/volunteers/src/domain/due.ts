import type { Ground } from './ground.ts';
import { callsASystem, daysAfter, nextStep } from './next-step.ts';
import type { Volunteer } from './volunteer.ts';

/** When there is something to do next; nothing when only an event can bring something. */
export function dueAt(volunteer: Volunteer, ground: Ground): Date | undefined {
  const { claimedUntil, heldUntil } = volunteer;
  if (volunteer.erased) return undefined;
  if (claimedUntil && claimedUntil > ground.now) return claimedUntil;
  if (nextStep(volunteer, ground)) return ground.now;
  const unheld = nextStep({ ...volunteer, heldUntil: ground.now }, ground);
  const held = heldUntil !== undefined && unheld !== undefined && callsASystem(unheld) ? [heldUntil] : [];
  const ahead = [...held, ...moments(volunteer, ground)].filter((moment) => moment > ground.now);
  return ahead.length > 0 ? new Date(Math.min(...ahead.map(Number))) : undefined;
}

function moments(volunteer: Volunteer, ground: Ground): readonly Date[] {
  const { days, policy } = ground;
  const { status, leaveDate, leftAt, assignments, memberships, account } = volunteer;
  const tries = memberships.flatMap(({ nextTryAt }) => nextTryAt ?? []);
  if (status === 'left') {
    const erase = leftAt ? [daysAfter(leftAt, policy.retentionDays)] : [];
    return [...tries, ...erase, ...(account?.nextCheckAt ? [account.nextCheckAt] : [])];
  }
  const leave = status === 'leaving' && leaveDate !== undefined ? [days.startOf(leaveDate)] : [];
  const turns = assignments
    .filter(({ endedAt }) => !endedAt)
    .flatMap(({ from, to }) => [days.startOf(from), ...(to === undefined ? [] : [days.endOf(to)])]);
  return [...tries, ...leave, ...turns, ...momentsOfInvitation(volunteer, ground)];
}

function momentsOfInvitation({ onboarding }: Volunteer, { policy }: Ground): readonly Date[] {
  const { phase, invitedAt, nextCheckAt } = onboarding;
  if (phase !== 'absent' && phase !== 'waiting-for-link') return [];
  const check = nextCheckAt ? [nextCheckAt] : [];
  if (!invitedAt) return check;
  return [...check, ...[...policy.reminderDays, policy.giveUpDays].map((count) => daysAfter(invitedAt, count))];
}
