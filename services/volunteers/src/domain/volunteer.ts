import type { Assignment } from './assignment.ts';
import type { System } from './book.ts';

export type Status = 'active' | 'leaving' | 'left';

/** The states of onboarding as they are told; two have the names that they always had. */
export type OnboardingState =
  | 'NEW'
  | 'NOT_IN_WORKSPACE'
  | 'WAITING_FOR_LINK'
  | 'IN_WORKSPACE'
  | 'ADDED_TO_CHANNELS'
  | 'PARTIAL'
  | 'BLOCKED'
  | 'EXPIRED'
  | 'OFFBOARDING'
  | 'OFFBOARDED';

/** Where somebody stands on the way into the workspace, apart from what they have there. */
export type Phase = 'new' | 'absent' | 'waiting-for-link' | 'present' | 'expired' | 'blocked';

export type Onboarding = Readonly<{
  phase: Phase;
  /** What follows from phase, access and status. */
  state: OnboardingState;
  /** Why it is as it is, where it should not be. */
  reason?: string;
  /** When the address is looked up next. */
  nextCheckAt?: Date;
  checks: number;
  invitedAt?: Date;
  inviteLinkId?: string;
  invitesSent: number;
  remindersSent: number;
  /** When the latest mail went out, whichever it was. */
  mailedAt?: Date;
  joinedAt?: Date;
  completedAt?: Date;
}>;

export type Membership = Readonly<{
  channelId: string;
  system: System;
  /** The roles give it, these. */
  desired: boolean;
  because: readonly string[];
  /** As far as we know the access is there. */
  held: boolean;
  state: 'pending' | 'member' | 'failed' | 'removing' | 'removed';
  /** How often it was tried in vain. */
  attempts: number;
  /** How often it was about to be given: more than once where a process died over it. */
  asked?: number;
  nextTryAt?: Date;
  lastError?: string;
  /** What has to change before it can be done: the channel is tried anew once it is well. */
  failedFor?: 'channel' | 'user' | 'call';
  /** `found` was there before we gave it. */
  source: 'rule' | 'found' | 'manual';
  since?: Date;
}>;

/** What is done about the account once everything else was taken. */
export type Account = Readonly<{
  state: 'open' | 'deactivated';
  nextCheckAt?: Date;
}>;

/** One volunteer, with the roles, and the access that follows from them: one aggregate. */
export type Volunteer = Readonly<{
  id: string;
  version: number;
  /** As the organisation writes it. */
  volunteerId: string;
  email: string;
  firstName: string;
  lastName: string;
  phone: string;
  status: Status;
  leaveDate?: string;
  leaveReason?: string;
  leftAt?: Date;
  /** Identity's person with the same verified address. */
  personId?: string;
  slackUserId?: string;
  slackLink: 'auto' | 'manual';
  assignments: readonly Assignment[];
  onboarding: Onboarding;
  memberships: readonly Membership[];
  account?: Account;
  /** Managed channels, by our ids, in which who has left was found. */
  seenIn?: readonly string[];
  /** One process works on the access until then; nobody else does. */
  claimedUntil?: Date;
  /** Nothing is done before, for a system cannot be called. */
  heldUntil?: Date;
  /** The system whose connection is stopped: once it counts again, nobody waits for `heldUntil`. */
  heldBy?: System;
  erased: boolean;
  createdAt: Date;
  createdBy: string;
  updatedAt: Date;
  updatedBy: string;
}>;

export type VolunteerFact = Readonly<{ volunteer: Volunteer; at: Date }> &
  (
    | Readonly<{ type: 'created' | 'leaving' | 'left' | 'reinstated' | 'erased' | 'joined' | 'completed' | 'expired' }>
    | Readonly<{ type: 'updated'; fields: readonly string[] }>
    | Readonly<{ type: 'assignment-added' | 'assignment-ended'; assignment: Assignment }>
    | Readonly<{ type: 'invited'; nth: number }>
    | Readonly<{ type: 'blocked'; reason: string }>
    | Readonly<{ type: 'granted' | 'revoked'; channelId: string }>
    | Readonly<{ type: 'failed'; channelId: string; reason: string }>
  );

export type Outcome = Readonly<{ next: Volunteer; facts: readonly VolunteerFact[] }>;

export const unchanged = (volunteer: Volunteer): Outcome => ({ next: volunteer, facts: [] });

export const nameOf = ({ firstName, lastName }: Pick<Volunteer, 'firstName' | 'lastName'>): string =>
  `${firstName} ${lastName}`.trim();

export const newOnboarding: Onboarding = {
  phase: 'new',
  state: 'NEW',
  checks: 0,
  invitesSent: 0,
  remindersSent: 0,
};
