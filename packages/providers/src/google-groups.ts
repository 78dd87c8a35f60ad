import type { admin_directory_v1 } from '@googleapis/admin';
import {
  addressOf,
  type GoogleAsk,
  googleCalls,
  type GoogleOptions,
  googlePages,
  listIn,
  PAGE_PATIENCE_MS,
} from './google-calls.ts';
import { ProviderError } from './provider-error.ts';
import type { ProviderState } from './provider.ts';

/** Who is in the groups of a Google Workspace. Failures are `ProviderError`s whose `about` says what has to change. */
export type GoogleGroups = Readonly<{
  /** E-mail addresses in lower case, a page at a time. */
  members(group: string): AsyncIterable<readonly string[]>;
  add(group: string, email: string): Promise<'added' | 'was-in'>;
  remove(group: string, email: string): Promise<'removed' | 'was-out'>;
  /** Whether the account may look into groups at all. */
  test(): Promise<void>;
  state(): ProviderState;
  close(): Promise<void>;
}>;

export type GoogleGroupsOptions = GoogleOptions;

const PER_PAGE = 200;
/** A group that there is none of: to be told so takes the same rights as to be told who is in one. */
const NOWHERE = 'guildhall-connection-test';

const DIRECTORY = {
  name: 'google-groups',
  scope: 'https://www.googleapis.com/auth/admin.directory.group.member',
  load: async (client: object) => (await import('@googleapis/admin')).admin({ version: 'directory_v1', ...client }),
};
type Ask = GoogleAsk<admin_directory_v1.Admin>;

/** Groups by the Admin SDK's Directory API. */
export function googleGroups(options: GoogleGroupsOptions): GoogleGroups {
  const { guard, ask } = googleCalls(DIRECTORY, options);
  const nowhere = `${NOWHERE}@${options.subject?.split('@')[1] ?? 'invalid'}`;
  return {
    members: (group) => pagesOf(ask, group),
    add: async (groupKey, email) => {
      const requestBody = { email, role: 'MEMBER' };
      const inserting = ask('members.insert', ({ members }, once) => members.insert({ groupKey, requestBody }, once));
      const refused = await inserting.then(named, refusal);
      if (!refused) return 'added';
      if (refused.code === 'duplicate') return 'was-in';
      throw refused;
    },
    remove: async (groupKey, email) => {
      const request = { groupKey, memberKey: email };
      const deleting = ask('members.delete', ({ members }, once) => members.delete(request, once));
      const refused = await deleting.then(nothing, refusal);
      if (!refused) return 'removed';
      if (refused.code !== 'notFound') throw refused;
      if (refused.about === 'user') return 'was-out';
      // There is nobody of that name in it, unless there is no such group: then this fails in the same way.
      await ask('members.list', ({ members }, once) => members.list({ groupKey, maxResults: 1 }, once));
      return 'was-out';
    },
    test: async () => {
      const list = ask('members.list', ({ members }, once) => members.list({ groupKey: nowhere, maxResults: 1 }, once));
      const refused = await list.then(nothing, refusal);
      if (refused && refused.code !== 'notFound') throw refused;
    },
    state: guard.state,
    close: guard.close,
  };
}

const pagesOf = (ask: Ask, groupKey: string): AsyncIterable<readonly string[]> =>
  googlePages(
    (pageToken) => {
      const request = { groupKey, maxResults: PER_PAGE, ...(pageToken !== undefined && { pageToken }) };
      return ask('members.list', ({ members }, once) => members.list(request, once), PAGE_PATIENCE_MS);
    },
    // Whoever has no address is the whole organisation, which is not ours to put in or take out.
    (answer) => listIn(answer, 'members', ({ email }) => (email === undefined ? '' : addressOf(email))).filter(Boolean),
  );

/** Whoever was put in is told with their name. */
const named = (member: unknown): undefined =>
  void listIn({ members: [member] }, 'members', ({ id, email }) => addressOf(email ?? id));

const nothing = (): undefined => undefined;

const refusal = (error: unknown): ProviderError => {
  if (error instanceof ProviderError) return error;
  throw error;
};
