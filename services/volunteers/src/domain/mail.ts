import type { Book } from './book.ts';
import { channelOf, roleOf } from './book.ts';
import { foremost } from './assignment.ts';
import type { Volunteer } from './volunteer.ts';

/** What is asked of the notifier. `key` makes it one message, however often it is asked for. */
export type Mail =
  | Readonly<{
      type: 'invitation';
      key: string;
      volunteerId: string;
      to: string;
      /** The volunteer's own, which they are to register with. */
      email: string;
      at: Date;
      firstName: string;
      inviteUrl: string;
      roleLabel: string;
      channelNames: readonly string[];
      expiresOn?: string;
      isReminder: boolean;
    }>
  | Readonly<{
      type: 'alert';
      key: string;
      at: Date;
      headline: string;
      lines: readonly string[];
      steps: readonly string[];
    }>;

type Invitation = Readonly<{
  volunteer: Volunteer;
  book: Book;
  today: string;
  inviteUrl: string;
  expiresOn?: string;
  at: Date;
}>;

/** The mail with the link; it goes out once for each number of invitations. */
export function invitationMail({ volunteer, book, today, inviteUrl, expiresOn, at }: Invitation): Mail {
  const { id, email, firstName, assignments, memberships, onboarding } = volunteer;
  const role = foremost(assignments, today)?.roleKey ?? '';
  const names = memberships
    .filter(({ desired, system }) => desired && system === 'slack')
    .map(({ channelId }) => channelOf(book, channelId)?.name ?? channelId);
  return {
    type: 'invitation',
    key: `invite:${id}:${onboarding.invitesSent}`,
    volunteerId: id,
    to: email,
    email,
    at,
    firstName,
    inviteUrl,
    roleLabel: roleOf(book, role)?.label ?? role,
    channelNames: names,
    ...(expiresOn !== undefined && { expiresOn }),
    isReminder: onboarding.invitesSent > 1,
  };
}
