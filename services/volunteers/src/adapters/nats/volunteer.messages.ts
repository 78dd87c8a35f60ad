import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import * as events from '@guildhall/contracts/volunteers/v1/events';
import { type Envelope, fact } from '@guildhall/messaging';
import type { VolunteerFact } from '../../domain/volunteer.ts';

const plain = {
  left: events.VolunteerLeftSchema,
  reinstated: events.VolunteerReinstatedSchema,
  erased: events.VolunteerErasedSchema,
  joined: events.OnboardingJoinedSchema,
  completed: events.OnboardingCompletedSchema,
  expired: events.OnboardingExpiredSchema,
} as const;

const access = { granted: events.MembershipGrantedSchema, revoked: events.MembershipRevokedSchema } as const;

const assignments = {
  'assignment-added': events.AssignmentAddedSchema,
  'assignment-ended': events.AssignmentEndedSchema,
} as const;

/** Facts carry ids only: names are erased one day. */
export function volunteerMessage(said: VolunteerFact): Envelope {
  const { volunteer, at } = said;
  const body = { id: volunteer.id, at: timestampFromDate(at) };
  const person = volunteer.personId === undefined ? {} : { personId: volunteer.personId };
  switch (said.type) {
    case 'created':
      return fact(events.VolunteerCreatedSchema, volunteer, at, { ...body, ...person });
    case 'updated':
      return fact(events.VolunteerUpdatedSchema, volunteer, at, { ...body, ...person, fields: [...said.fields] });
    case 'leaving':
      return fact(events.VolunteerLeavingSchema, volunteer, at, { ...body, leaveDate: volunteer.leaveDate ?? '' });
    case 'assignment-added':
    case 'assignment-ended': {
      const { id: assignmentId, roleKey: role, locationId } = said.assignment;
      return fact(assignments[said.type], volunteer, at, { ...body, assignmentId, role, locationId });
    }
    case 'invited': {
      const { inviteLinkId = '' } = volunteer.onboarding;
      return fact(events.OnboardingInvitedSchema, volunteer, at, { ...body, inviteLinkId, nth: said.nth });
    }
    case 'blocked':
      return fact(events.OnboardingBlockedSchema, volunteer, at, { ...body, reason: said.reason });
    case 'granted':
    case 'revoked':
      return fact(access[said.type], volunteer, at, { ...body, channelId: said.channelId });
    case 'failed': {
      const { channelId, reason } = said;
      return fact(events.MembershipFailedSchema, volunteer, at, { ...body, channelId, reason });
    }
    default:
      return fact(plain[said.type], volunteer, at, body);
  }
}
