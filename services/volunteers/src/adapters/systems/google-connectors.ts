import type { GoogleFolders, GoogleGroups } from '@guildhall/providers';
import type { Connector } from '../../app/systems/ports.ts';
import { SystemError } from '../../app/systems/system-error.ts';
import { asked, askedFor } from './provider-failure.ts';

/** What a program cannot make: whoever manages it says which one it is. */
const needsId = () => Promise.reject(new SystemError('channel', 'external_id_missing'));

/** Groups of a Google Workspace; members are addresses. */
export const groupConnector = (groups: GoogleGroups): Connector => ({
  system: 'google-group',
  test: () => asked(() => groups.test()),
  locate: async () => undefined,
  create: needsId,
  grant: async ({ externalId = '' }, { email }) =>
    (await asked(() => groups.add(externalId, email))) === 'added' ? 'given' : 'was-there',
  revoke: async ({ externalId = '' }, { email }) =>
    (await asked(() => groups.remove(externalId, email))) === 'removed' ? 'taken' : 'was-gone',
  members: ({ externalId = '' }) => askedFor(groups.members(externalId)),
});

/** Folders of Google Drive, shared for reading. */
export const folderConnector = (folders: GoogleFolders): Connector => ({
  system: 'drive-folder',
  test: () => asked(() => folders.test()),
  locate: async () => undefined,
  create: needsId,
  grant: async ({ externalId = '' }, { email }) =>
    (await asked(() => folders.share(externalId, email, 'reader'))) === 'added' ? 'given' : 'was-there',
  revoke: async ({ externalId = '' }, { email }) =>
    (await asked(() => folders.unshare(externalId, email))) === 'removed' ? 'taken' : 'was-gone',
  members: async function* members({ externalId = '' }) {
    for await (const page of askedFor(folders.readers(externalId))) yield page.map(({ email }) => email.toLowerCase());
  },
});

/** A system that there is no access to: everything about it is refused, and nothing is tried. */
export const absentConnector = (system: Connector['system']): Connector => {
  const off = () => Promise.reject(new SystemError('channel', 'system_off'));
  return {
    system,
    test: () => Promise.reject(new SystemError('connection', 'system_off')),
    locate: off,
    create: off,
    grant: off,
    revoke: off,
    members: () => ({ [Symbol.asyncIterator]: () => ({ next: off }) }),
  };
};
