import type { AccessService } from '@guildhall/contracts/volunteers/v1/access';
import type { RuleService } from '@guildhall/contracts/volunteers/v1/rules';
import type { VolunteerService } from '@guildhall/contracts/volunteers/v1/service';
import type { Client } from '@guildhall/messaging';
import { unlessThere } from './unless-there.ts';
import { CHANNELS, INVITE_URL, PLACES, ROLES, VOLUNTEERS } from './volunteering.ts';

/** The services of volunteers, as far as the demonstration needs. */
export interface Volunteering {
  readonly rules: Pick<Client<typeof RuleService>, 'createChannel' | 'createRole' | 'createLocation'>;
  readonly volunteers: Pick<Client<typeof VolunteerService>, 'createVolunteer'>;
  readonly access: Pick<Client<typeof AccessService>, 'listInviteLinks' | 'createInviteLink'>;
}

/**
 * Loads roles, places and volunteers unless they are there. The invitation link comes last: where there is one, a load is
 * complete, and whatever somebody deleted since stays deleted.
 * @returns whether it loaded anything
 */
export const loadVolunteering = async ({ rules, volunteers, access }: Volunteering): Promise<boolean> => {
  const { links } = await access.listInviteLinks({});
  if (links.length > 0) return false;
  for (const name of CHANNELS) await unlessThere(rules.createChannel({ name }));
  for (const role of ROLES) await unlessThere(rules.createRole({ ...role, channels: [...role.channels] }));
  for (const place of PLACES) await unlessThere(rules.createLocation({ ...place }));
  for (const { role, place, ...person } of VOLUNTEERS) {
    await unlessThere(volunteers.createVolunteer({ ...person, assignments: [{ ...place, role }] }));
  }
  await unlessThere(access.createInviteLink({ url: INVITE_URL }));
  return true;
};
