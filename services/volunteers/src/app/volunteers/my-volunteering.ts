import type { Handler } from '@guildhall/kernel';
import type { Volunteer } from '../../domain/volunteer.ts';
import type { Caller, Links, People, Volunteers } from '../ports.ts';

export type MyVolunteering = Readonly<{ volunteer?: Volunteer; inviteUrl: string }>;

type Deps = Readonly<{ volunteers: Volunteers; people: People; links: Links }>;

/** What the caller is here as a volunteer: found by an address that identity verified. */
export const myVolunteeringHandler =
  ({ volunteers, people, links }: Deps): Handler<Caller, MyVolunteering> =>
  async ({ principal }) => {
    for (const email of await people.emailsOf(principal.personId)) {
      const volunteer = await volunteers.withEmail(email);
      if (!volunteer) continue;
      const { phase, inviteLinkId } = volunteer.onboarding;
      const link = phase === 'absent' && inviteLinkId !== undefined ? await links.find(inviteLinkId) : undefined;
      return { volunteer, inviteUrl: link ? links.urlOf(link) : '' };
    }
    return { inviteUrl: '' };
  };
