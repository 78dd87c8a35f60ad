import { Category, Channel, Lane } from '@guildhall/contracts/notifier/v1/commands';
import { type Envelope, type Sealer, sendTemplate } from '@guildhall/messaging';
import { localMoment } from '../../domain/calendar.ts';
import type { Addressee, Letter } from '../../domain/letter.ts';

type Deps = Readonly<{
  sealer: Pick<Sealer, 'seal'>;
  /** Where the application's pages are. */
  publicUrl: string;
  /** In which moments are written. */
  timeZone: string;
}>;

export type LetterMessages = (letter: Letter) => readonly Envelope[];

/** What is asked of the notifier. */
export const letterMessages =
  (deps: Deps): LetterMessages =>
  (letter) => [
    sendTemplate(
      letter.at,
      {
        idempotencyKey: `volunteers:${letter.key}`,
        lane: Lane.TRANSACTIONAL,
        category: Category.VOLUNTEER,
        reference: letter.reference,
        sender: 'volunteers',
        ...addressOf(letter.to),
        ...filled(letter, deps),
      },
      deps.sealer,
    ),
  ];

function addressOf(to: Addressee) {
  if ('personId' in to) return { personId: to.personId };
  if ('role' in to) return { role: to.role };
  return { channel: Channel.EMAIL, to: to.email, ...(to.language !== undefined && { locale: to.language }) };
}

function filled({ about }: Letter, { publicUrl, timeZone }: Deps) {
  const { firstName } = about;
  switch (about.template) {
    case 'volunteer_apply': {
      // After the # it reaches no log of any server.
      const confirmUrl = `${publicUrl}/volunteer/confirm#${about.token}`;
      return { template: about.template, variables: { firstName, confirmUrl } };
    }
    case 'volunteer_decided': {
      const { template, isApproved, roleLabel, reason } = about;
      return { template, variables: { firstName, isApproved, roleLabel, ...given({ reason }) } };
    }
    case 'volunteer_review': {
      const { template, count, dueOn, isReminder, reviewId } = about;
      const reviewUrl = `${publicUrl}/volunteers/reviews/${reviewId}`;
      return { template, variables: { firstName, count, dueOn, isReminder, reviewUrl } };
    }
    case 'volunteer_digest': {
      const volunteersUrl = `${publicUrl}/volunteers`;
      return { template: about.template, variables: { firstName, lines: about.lines, volunteersUrl } };
    }
    case 'shift_reminder': {
      const { template, title, place } = about;
      return { template, variables: { firstName, title, place, ...shiftPart(about.startsAt, publicUrl, timeZone) } };
    }
    case 'shift_changed': {
      const { template, title, isCancelled, reason, startsAt } = about;
      const shift = shiftPart(startsAt, publicUrl, timeZone);
      return { template, variables: { firstName, title, isCancelled, ...shift, ...given({ reason }) } };
    }
  }
}

const shiftPart = (startsAt: Date, publicUrl: string, timeZone: string) => ({
  startsAt: localMoment(startsAt, timeZone),
  shiftUrl: `${publicUrl}/me/volunteering`,
});

const given = ({ reason }: Readonly<{ reason: string }>) => (reason === '' ? {} : { reason });
