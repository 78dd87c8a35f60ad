import { stateOf as assignmentStateOf } from './assignment.ts';
import { type Ground, todayOf } from './ground.ts';
import { day } from './schedule.ts';
import { newOnboarding, type Outcome, unchanged, type Volunteer, type VolunteerFact } from './volunteer.ts';

/** Roles whose last day has passed are over. */
export function endAssignments(volunteer: Volunteer, ground: Ground): Outcome {
  const today = todayOf(ground);
  const isOver = (one: Volunteer['assignments'][number]): boolean =>
    !one.endedAt && assignmentStateOf(one, today) === 'ended';
  const over = volunteer.assignments.filter(isOver);
  const assignments = volunteer.assignments.map((one) => (isOver(one) ? { ...one, endedAt: ground.now } : one));
  const next: Volunteer = { ...volunteer, assignments };
  const facts = over.map((assignment): VolunteerFact => ({
    type: 'assignment-ended',
    assignment,
    volunteer: next,
    at: ground.now,
  }));
  return { next, facts };
}

/** The day has come: everything is taken, nobody asks any more. */
export function depart(volunteer: Volunteer, ground: Ground): Outcome {
  const { now } = ground;
  const { nextCheckAt: _check, ...onboarding } = volunteer.onboarding;
  const assignments = volunteer.assignments.map((one) => (one.endedAt ? one : { ...one, endedAt: now }));
  const ended = assignments.filter((_, index) => !volunteer.assignments[index]?.endedAt);
  const next: Volunteer = {
    ...volunteer,
    status: 'left',
    leftAt: now,
    leaveDate: volunteer.leaveDate ?? todayOf(ground),
    assignments,
    onboarding,
  };
  const facts = ended.map((assignment): VolunteerFact => ({
    type: 'assignment-ended',
    assignment,
    volunteer: next,
    at: now,
  }));
  return { next, facts: [...facts, { type: 'left', volunteer: next, at: now }] };
}

/** Who left before an account was known may have one all the same; who has none has none to close. */
export const searchedAfterLeaving = (volunteer: Volunteer, slackUserId: string | undefined): Outcome => ({
  next: { ...volunteer, ...(slackUserId === undefined ? { account: { state: 'deactivated' } } : { slackUserId }) },
  facts: [],
});

/** Where the account of who has left is, given by us or not. */
export const seenAround = (volunteer: Volunteer, seenIn: readonly string[]): Outcome => ({
  next: { ...volunteer, seenIn },
  facts: [],
});

/** What became of closing the account: gone, or to be looked at again tomorrow. */
export function accountClosed(volunteer: Volunteer, isGone: boolean, { now }: Ground): Outcome {
  // Who came back meanwhile keeps it.
  if (volunteer.status !== 'left') return unchanged(volunteer);
  const open = { state: 'open' as const, nextCheckAt: new Date(now.getTime() + day) };
  return { next: { ...volunteer, account: isGone ? { state: 'deactivated' } : open }, facts: [] };
}

/** Personal data goes; what is counted stays. */
export function erase(volunteer: Volunteer, { now }: Ground): Outcome {
  const { personId: _person, slackUserId: _account, leaveReason: _reason, ...rest } = volunteer;
  const next: Volunteer = {
    ...rest,
    // The ids stay unique, and say nothing.
    volunteerId: `erased-${volunteer.id}`,
    email: '',
    firstName: '',
    lastName: '',
    phone: '',
    memberships: [],
    onboarding: { ...newOnboarding, ...keptTimes(volunteer), phase: volunteer.onboarding.phase },
    erased: true,
  };
  return { next, facts: [{ type: 'erased', volunteer: next, at: now }] };
}

function keptTimes({ onboarding }: Volunteer): Partial<Volunteer['onboarding']> {
  const { invitedAt, joinedAt, completedAt, state } = onboarding;
  return {
    state,
    ...(invitedAt && { invitedAt }),
    ...(joinedAt && { joinedAt }),
    ...(completedAt && { completedAt }),
  };
}
