import type { Handler } from '@guildhall/kernel';
import type { Ground } from '../../domain/ground.ts';
import { todayOf } from '../../domain/ground.ts';
import { invitationMail } from '../../domain/mail.ts';
import { invited, reopened } from '../../domain/outcome-of-invitation.ts';
import { refusals } from '../../domain/refusals.ts';
import { day } from '../../domain/schedule.ts';
import type { Volunteer } from '../../domain/volunteer.ts';
import type { ReservePlace } from '../links/reserve-place.ts';
import type { Caller } from '../ports.ts';
import { changeVolunteer, type ChangingDeps } from './changing.ts';

export type ResendInvite = Readonly<{ volunteerId: string; caller: Caller }>;

/** Sends the invitation again, at most once in 24 hours; one that was given up begins anew. */
export const resendInviteHandler =
  (deps: ChangingDeps & Readonly<{ reservePlace: ReservePlace }>): Handler<ResendInvite, Volunteer> =>
  (asked) =>
    changeVolunteer(deps, asked, async (volunteer, ground) => {
      const { phase, mailedAt, invitedAt } = volunteer.onboarding;
      if (volunteer.status === 'left') throw refusals.hasLeft();
      assertNotTooSoon(mailedAt, ground);
      const acts = [{ action: 'invitation.resent' }];
      if (phase === 'expired') return { outcome: { next: reopened(volunteer), facts: [] }, acts };
      if (phase !== 'absent' || !invitedAt) throw refusals.nothingToResend();
      const place = await deps.reservePlace(volunteer.id);
      if (!place) throw refusals.nothingToResend();
      return {
        outcome: invited(volunteer, place.linkId, ground),
        acts,
        said: (stored) => [mailTo(stored, ground, place)],
      };
    });

function assertNotTooSoon(mailedAt: Date | undefined, { now }: Ground): void {
  const left = mailedAt ? mailedAt.getTime() + day - now.getTime() : 0;
  if (left > 0) throw refusals.resentTooSoon(Math.ceil(left / 1_000));
}

const mailTo = (volunteer: Volunteer, ground: Ground, place: Readonly<{ url: string; expiresAt?: Date }>) =>
  invitationMail({
    volunteer,
    book: ground.book,
    today: todayOf(ground),
    inviteUrl: place.url,
    at: ground.now,
    ...(place.expiresAt && { expiresOn: ground.days.dayOf(place.expiresAt) }),
  });
