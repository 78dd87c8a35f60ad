import type { drive_v3 } from '@googleapis/drive';
import {
  addressOf,
  type GoogleAsk,
  googleCalls,
  type GoogleOptions,
  googlePages,
  listIn,
  PAGE_PATIENCE_MS,
  strange,
} from './google-calls.ts';
import { ProviderError } from './provider-error.ts';
import type { ProviderState } from './provider.ts';

/** Somebody a folder is shared with. */
export type FolderReader = Readonly<{
  /** In lower case. */
  email: string;
  permissionId: string;
  /** `reader`, `commenter`, `writer`, `fileOrganizer`, `organizer` or `owner`. */
  role: string;
}>;

/** Who Drive's folders are shared with. Failures are `ProviderError`s whose `about` says what has to change. */
export type GoogleFolders = Readonly<{
  /** A page at a time. */
  readers(folderId: string): AsyncIterable<readonly FolderReader[]>;
  /** `was-in` where they may do as much already, or more. No notice is sent. */
  share(folderId: string, email: string, role: 'reader' | 'writer'): Promise<'added' | 'was-in'>;
  unshare(folderId: string, email: string): Promise<'removed' | 'was-out'>;
  /** Whether the account may use Drive at all. */
  test(): Promise<void>;
  state(): ProviderState;
  close(): Promise<void>;
}>;

export type GoogleFoldersOptions = GoogleOptions;

const DRIVE = {
  name: 'google-drive',
  scope: 'https://www.googleapis.com/auth/drive',
  load: async (client: object) => (await import('@googleapis/drive')).drive({ version: 'v3', ...client }),
};
type Ask = GoogleAsk<drive_v3.Drive>;
const PER_PAGE = 100;
const FIELDS = 'nextPageToken,permissions(id,type,emailAddress,role,deleted)';
/** From the least to the most. */
const ROLES = ['reader', 'commenter', 'writer', 'fileOrganizer', 'organizer', 'owner'];

/** Folders by the Drive API. */
export function googleFolders(options: GoogleFoldersOptions): GoogleFolders {
  const { guard, ask } = googleCalls(DRIVE, options);
  const readers = (folder: string) => pagesOf(ask, folder);
  return {
    readers,
    share: async (fileId, email, role) => {
      const known = await found(readers(fileId), email);
      if (known && ROLES.indexOf(known.role) >= ROLES.indexOf(role)) return 'was-in';
      const requestBody = { type: 'user', role, emailAddress: email };
      const request = { fileId, requestBody, sendNotificationEmail: false, supportsAllDrives: true, fields: 'id' };
      const { id } = await ask('permissions.create', ({ permissions }, once) => permissions.create(request, once));
      if (typeof id !== 'string') throw strange();
      return 'added';
    },
    unshare: async (fileId, email) => {
      const known = await found(readers(fileId), email);
      if (!known) return 'was-out';
      const request = { fileId, permissionId: known.permissionId, supportsAllDrives: true };
      const deleting = ask('permissions.delete', ({ permissions }, once) => permissions.delete(request, once));
      return deleting.then((): 'removed' => 'removed', gone);
    },
    test: async () => void (await ask('about.get', ({ about }, once) => about.get({ fields: 'user' }, once))),
    state: guard.state,
    close: guard.close,
  };
}

const pagesOf = (ask: Ask, fileId: string) =>
  googlePages(
    (pageToken) => {
      const asked = { fileId, pageSize: PER_PAGE, fields: FIELDS, supportsAllDrives: true };
      const request = { ...asked, ...(pageToken !== undefined && { pageToken }) };
      return ask('permissions.list', ({ permissions }, once) => permissions.list(request, once), PAGE_PATIENCE_MS);
    },
    (answer) => listIn(answer, 'permissions', readerOf).filter((one) => one !== undefined),
  );

/** Undefined for what is no person: a group, a domain, anyone with the link, an account that is gone. */
function readerOf(permission: Readonly<Record<string, unknown>>): FolderReader | undefined {
  const { id, type, emailAddress, role, deleted } = permission;
  if (type !== 'user' || deleted === true) return undefined;
  if (typeof id !== 'string' || typeof role !== 'string') throw strange();
  return { email: addressOf(emailAddress), permissionId: id, role };
}

async function found(pages: AsyncIterable<readonly FolderReader[]>, email: string): Promise<FolderReader | undefined> {
  const wanted = email.trim().toLowerCase();
  for await (const page of pages) {
    const reader = page.find((one) => one.email === wanted);
    if (reader) return reader;
  }
  return undefined;
}

/** Somebody else has taken it back meanwhile. */
function gone(error: unknown): 'was-out' {
  if (error instanceof ProviderError && error.code === 'notFound') return 'was-out';
  throw error;
}
