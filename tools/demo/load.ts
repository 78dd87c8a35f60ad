import { IdentityService, Method, PersonKind } from '@guildhall/contracts/identity/v1/service';
import { Movements, Privacy, RegisterService } from '@guildhall/contracts/register/v1/service';
import type { Client } from '@guildhall/messaging';
import { ADMINISTRATOR, type DemoPerson, type DemoSite, emailOf, PEOPLE, SITES, webhookUrl } from './organisation.ts';
import { unlessThere } from './unless-there.ts';

/** The services that the demonstration is told to; both are asked as one of our own processes. */
export interface Services {
  readonly identity: Pick<Client<typeof IdentityService>, 'createPerson' | 'listPeople' | 'updatePerson'>;
  readonly register: Pick<Client<typeof RegisterService>, 'listSites' | 'createSite'>;
}

const KINDS = { staff: PersonKind.STAFF, contractor: PersonKind.CONTRACTOR, visitor: PersonKind.VISITOR };

const addPerson = ({ identity }: Services, person: DemoPerson): Promise<void> => {
  const email = { method: Method.EMAIL, value: emailOf(person) };
  const phones = person.phone === undefined ? [] : [{ method: Method.SMS, value: person.phone }];
  const { firstName, lastName, roles } = person;
  return unlessThere(
    identity.createPerson({
      firstName,
      lastName,
      kind: KINDS[person.kind],
      roles: [...roles],
      contacts: [email, ...phones],
    }),
  );
};

const addSite = ({ register }: Services, site: DemoSite, sandboxUrl: string): Promise<void> => {
  const { id, name, timeZone, entrances } = site;
  const slackWebhooks = [
    { url: webhookUrl(sandboxUrl, site.channel), movements: Movements.BOTH, privacy: Privacy.NAME },
  ];
  const declaration = { text: site.declaration };
  return unlessThere(
    register.createSite({
      site: { id, name, timeZone, dayRollover: '00:00', declaration, entrances: [...entrances], slackWebhooks },
    }),
  );
};

const nameAdministrator = async ({ identity }: Services): Promise<void> => {
  const { people } = await identity.listPeople({ query: ADMINISTRATOR.email, pageSize: 1 });
  const [administrator] = people;
  if (administrator === undefined) return;
  const { firstName, lastName } = ADMINISTRATOR;
  await identity.updatePerson({
    personId: administrator.id,
    person: { firstName, lastName },
    updateMask: { paths: ['first_name', 'last_name'] },
  });
};

/**
 * Loads the demonstration organisation unless there is one. Sites come last: where there are sites, a load is complete.
 * @returns whether it loaded anything
 */
export const loadDemo = async (services: Services, sandboxUrl: string): Promise<boolean> => {
  const { sites } = await services.register.listSites({});
  if (sites.length > 0) return false;
  await nameAdministrator(services);
  for (const person of PEOPLE) await addPerson(services, person);
  for (const site of SITES) await addSite(services, site, sandboxUrl);
  return true;
};
