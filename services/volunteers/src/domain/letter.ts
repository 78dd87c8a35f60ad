import type { Application } from './application.ts';

/** Whom a letter is for: an address, a person of identity, or whoever has a role. */
export type Addressee =
  | Readonly<{ email: string; language?: string }>
  | Readonly<{ personId: string }>
  | Readonly<{ role: string }>;

type About =
  | Readonly<{ template: 'volunteer_apply'; firstName: string; token: string }>
  | Readonly<{
      template: 'volunteer_decided';
      firstName: string;
      isApproved: boolean;
      reason: string;
      roleLabel: string;
    }>
  | Readonly<{
      template: 'volunteer_review';
      firstName: string;
      count: number;
      dueOn: string;
      isReminder: boolean;
      reviewId: string;
    }>
  | Readonly<{ template: 'volunteer_digest'; firstName: string; lines: readonly string[] }>
  | Readonly<{ template: 'shift_reminder'; firstName: string; title: string; startsAt: Date; place: string }>
  | Readonly<{
      template: 'shift_changed';
      firstName: string;
      title: string;
      startsAt: Date;
      isCancelled: boolean;
      reason: string;
    }>;

/** What the notifier is asked to send. `key` makes it one message, however often it is asked for. */
export type Letter = Readonly<{
  type: 'letter';
  key: string;
  at: Date;
  to: Addressee;
  reference: string;
  about: About;
}>;

const toApplicant = ({ email, language }: Application): Addressee => ({
  email,
  ...(language !== '' && { language }),
});

export const confirmationLetter = (application: Application, token: string): Letter => ({
  type: 'letter',
  key: `application:${application.id}:${application.version}`,
  at: application.mailedAt,
  to: toApplicant(application),
  reference: `application:${application.id}`,
  about: { template: 'volunteer_apply', firstName: application.firstName, token },
});

/** `roleLabel` says what they are now, or what they asked for. */
export const decisionLetter = (application: Application, roleLabel: string, at: Date): Letter => ({
  type: 'letter',
  key: `application:${application.id}:decided`,
  at,
  to: toApplicant(application),
  reference: `application:${application.id}`,
  about: {
    template: 'volunteer_decided',
    firstName: application.firstName,
    isApproved: application.state === 'approved',
    reason: application.reason,
    roleLabel,
  },
});
