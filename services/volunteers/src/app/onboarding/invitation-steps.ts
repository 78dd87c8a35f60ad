import { byItself } from '../../domain/audit.ts';
import { depart, endAssignments, erase } from '../../domain/departure.ts';
import { type Ground, todayOf } from '../../domain/ground.ts';
import { invitationMail } from '../../domain/mail.ts';
import { givenUp, invited, reminded, waitsForLink } from '../../domain/outcome-of-invitation.ts';
import { nextStep } from '../../domain/next-step.ts';
import { settle } from '../../domain/settle.ts';
import { unchanged, type Volunteer } from '../../domain/volunteer.ts';
import type { Place, ReservePlace } from '../links/reserve-place.ts';
import type { Said } from '../ports.ts';
import type { Effect } from './effect.ts';

export type InvitationDeps = Readonly<{ reservePlace: ReservePlace }>;

export type OwnStep = 'depart' | 'end-assignments' | 'erase' | 'invite' | 'remind' | 'give-up';

/** What is done without calling a system: invitations, departures and their ends. */
export const ownStep =
  (deps: InvitationDeps) =>
  async (type: OwnStep, volunteer: Volunteer): Promise<Effect> => {
    const effect = await steps[type](deps, volunteer);
    // Meanwhile the volunteer may have joined, left or come back: then it is not what is to be done any more.
    const isStillDue = (current: Volunteer, ground: Ground): boolean =>
      nextStep(settle(current, ground).next, ground)?.type === type;
    return {
      ...effect,
      apply: (current, ground) => (isStillDue(current, ground) ? effect.apply(current, ground) : unchanged(current)),
    };
  };

const steps: Readonly<Record<OwnStep, (deps: InvitationDeps, volunteer: Volunteer) => Promise<Effect>>> = {
  depart: async () => ({
    apply: depart,
    said: (stored, { now }) => [
      byItself(stored, now, { action: 'volunteer.left', subject: '', reason: stored.leaveReason ?? '' }),
    ],
  }),
  'end-assignments': async () => ({ apply: endAssignments }),
  erase: async () => ({ apply: erase }),
  invite: async ({ reservePlace }, { id }) => {
    const place = await reservePlace(id);
    if (!place) return { apply: waitsForLink };
    return {
      apply: (current, ground) => invited(current, place.linkId, ground),
      said: (stored, ground) => [mail(stored, ground, place), entry(stored, ground, 'invitation.sent')],
    };
  },
  remind: async ({ reservePlace }, { id }) => {
    const place = await reservePlace(id);
    return {
      apply: (current, ground) => reminded(current, place !== undefined, ground),
      said: (stored, ground) =>
        place ? [mail(stored, ground, place), entry(stored, ground, 'invitation.reminded')] : [],
    };
  },
  'give-up': async () => ({
    apply: givenUp,
    said: (stored, ground) => [entry(stored, ground, 'invitation.expired')],
  }),
};

const entry = (stored: Volunteer, { now }: Ground, action: string): Said =>
  byItself(stored, now, { action, subject: '', reason: '' });

const mail = (volunteer: Volunteer, ground: Ground, { url, expiresAt }: Place): Said =>
  invitationMail({
    volunteer,
    book: ground.book,
    today: todayOf(ground),
    inviteUrl: url,
    at: ground.now,
    ...(expiresAt && { expiresOn: ground.days.dayOf(expiresAt) }),
  });
