import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { type Assignment, foremost, stateOf } from '../../domain/assignment.ts';
import { type Book, channelOf, locationOf, roleOf } from '../../domain/book.ts';
import type { Membership, Onboarding, Volunteer } from '../../domain/volunteer.ts';

/** What names are taken from. */
export type Shown = Readonly<{ book: Book; today: string }>;

const placeOf = (book: Book, assignment: Assignment | undefined) => {
  const { area = '', district = '', branch = '' } = (assignment && locationOf(book, assignment.locationId)) ?? {};
  return { area, district, branch };
};

export const isPending = ({ assignments }: Pick<Volunteer, 'assignments'>): boolean =>
  assignments.some(({ approval, endedAt }) => approval?.state === 'pending' && !endedAt);

export function volunteerToProto(volunteer: Volunteer, { book, today }: Shown) {
  const first = foremost(volunteer.assignments, today);
  const wanted = volunteer.memberships.filter(({ desired }) => desired);
  return {
    volunteerId: volunteer.volunteerId,
    email: volunteer.email,
    firstName: volunteer.firstName,
    lastName: volunteer.lastName,
    createdAt: timestampFromDate(volunteer.createdAt),
    updatedAt: timestampFromDate(volunteer.updatedAt),
    ...placeOf(book, first),
    role: first?.roleKey ?? '',
    channels: wanted.map(({ channelId }) => nameOfChannel(book, channelId)),
    phone: volunteer.phone,
    status: volunteer.status,
    onboarding: onboardingToProto(volunteer.onboarding),
    assignments: volunteer.assignments.map((one) => assignmentToProto(one, { book, today })),
    memberships: volunteer.memberships.map((one) => membershipToProto(one, book)),
    slackUserId: volunteer.slackUserId ?? '',
    slackLink: volunteer.slackUserId === undefined ? '' : volunteer.slackLink,
    leaveDate: volunteer.leaveDate ?? '',
    leaveReason: volunteer.leaveReason ?? '',
    version: volunteer.version,
    pendingApproval: isPending(volunteer),
    createdBy: volunteer.createdBy,
    updatedBy: volunteer.updatedBy,
    personId: volunteer.personId ?? '',
    erased: volunteer.erased,
  };
}

export function rowToProto(volunteer: Volunteer, { book, today }: Shown) {
  const { volunteerId, firstName, lastName, email, status, onboarding, leaveDate = '' } = volunteer;
  const first = foremost(volunteer.assignments, today);
  const others = volunteer.assignments.filter((one) => stateOf(one, today) === 'active' && one !== first);
  return {
    volunteerId,
    firstName,
    lastName,
    email,
    status,
    state: onboarding.state,
    reason: onboarding.reason ?? '',
    ...placeOf(book, first),
    role: first?.roleKey ?? '',
    furtherRoles: others.length,
    pendingApproval: isPending(volunteer),
    leaveDate,
  };
}

export const assignmentToProto = (assignment: Assignment, { book, today }: Shown) => ({
  assignmentId: assignment.id,
  role: assignment.roleKey,
  roleLabel: roleOf(book, assignment.roleKey)?.label ?? assignment.roleKey,
  ...placeOf(book, assignment),
  from: assignment.from,
  to: assignment.to ?? '',
  state: stateOf(assignment, today),
  locationId: assignment.locationId,
  requestedBy: assignment.approval?.requestedBy ?? '',
  decidedBy: assignment.approval?.decidedBy ?? '',
});

const onboardingToProto = (onboarding: Onboarding) => {
  const { nextCheckAt, invitedAt, joinedAt, completedAt } = onboarding;
  return {
    state: onboarding.state,
    reason: onboarding.reason ?? '',
    checks: onboarding.checks,
    inviteLinkId: onboarding.inviteLinkId ?? '',
    invitesSent: onboarding.invitesSent,
    ...(nextCheckAt && { nextCheckAt: timestampFromDate(nextCheckAt) }),
    ...(invitedAt && { invitedAt: timestampFromDate(invitedAt) }),
    ...(joinedAt && { joinedAt: timestampFromDate(joinedAt) }),
    ...(completedAt && { completedAt: timestampFromDate(completedAt) }),
  };
};

const membershipToProto = ({ since, lastError = '', ...membership }: Membership, book: Book) => ({
  channelId: membership.channelId,
  channel: nameOfChannel(book, membership.channelId),
  system: membership.system,
  desired: membership.desired,
  state: membership.state,
  attempts: membership.attempts,
  lastError,
  source: membership.source,
  because: [...membership.because],
  ...(since && { since: timestampFromDate(since) }),
});

export const nameOfChannel = (book: Book, channelId: string): string => channelOf(book, channelId)?.name ?? channelId;
