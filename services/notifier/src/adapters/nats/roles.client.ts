import { IdentityService, PersonStatus } from '@guildhall/contracts/identity/v1/service';
import { type Bus, client } from '@guildhall/messaging';
import type { Roles } from '../../app/requests/ports.ts';

// As many as identity gives at once.
const PAGE = 200;

/** Who has which role, asked of identity page by page: it changes too often to be kept for a rare question. */
export function rolesClient(bus: Bus): Roles {
  const identity = client(bus, IdentityService);
  /** The roles that are meant by a name. */
  const rolesOf = async (kind: 'role' | 'permission', name: string): Promise<ReadonlySet<string>> => {
    const { roles } = await identity.listRoles({});
    const meant = roles.filter(({ id, permissions }) =>
      kind === 'role' ? id === name : permissions.includes(name) || permissions.includes('*'),
    );
    return new Set(meant.map(({ id }) => id));
  };
  return {
    exists: async (kind, name) => (await rolesOf(kind, name)).size > 0,
    page: async (kind, name, after) => {
      const [meant, page] = await Promise.all([
        rolesOf(kind, name),
        identity.listPeople({ pageSize: PAGE, pageToken: after }),
      ]);
      const holders = page.people.filter(
        ({ status, roles }) => status === PersonStatus.ACTIVE && roles.some((role) => meant.has(role)),
      );
      const addressees = holders.map(({ id }) => ({ personId: id }));
      return { addressees, ...(page.nextPageToken && { next: page.nextPageToken }) };
    },
  };
}
