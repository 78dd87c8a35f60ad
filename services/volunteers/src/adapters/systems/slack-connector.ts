import type { SlackUser, SlackWorkspace } from '@guildhall/providers';
import type { Channel } from '../../domain/book.ts';
import type { Accounts, Connector, SlackAccount } from '../../app/systems/ports.ts';
import { SystemError } from '../../app/systems/system-error.ts';
import { asked, askedFor } from './provider-failure.ts';

/** Channels of a Slack workspace. */
export function slackConnector(workspace: SlackWorkspace): Connector {
  const idOf = channelIds(workspace);
  const externalId = ({ externalId: id = '' }: Channel): string => id;
  return {
    system: 'slack',
    test: async () => {
      await asked(() => workspace.test());
    },
    locate: async ({ name }) => {
      const id = await idOf(name);
      return id === undefined ? undefined : { externalId: id };
    },
    create: ({ name, isPrivate }) =>
      asked(async () => {
        const { id } = await workspace.createChannel(name, isPrivate);
        return { externalId: id };
      }),
    grant: async (channel, { slackUserId }) => {
      const done = await asked(() => workspace.invite(externalId(channel), slackUserId));
      return done === 'invited' ? 'given' : 'was-there';
    },
    revoke: async (channel, { slackUserId }) => {
      const done = await asked(() => workspace.remove(externalId(channel), slackUserId));
      return done === 'removed' ? 'taken' : done === 'general' ? 'stays' : 'was-gone';
    },
    members: (channel) => askedFor(workspace.members(externalId(channel))),
  };
}

const listedMs = 30_000;

type Listed = Readonly<{ ids: Promise<ReadonlyMap<string, string>>; at: number }>;

/** Lists the channels once for all that are found there within half a minute: Slack allows few such lists. */
function channelIds(workspace: SlackWorkspace): (name: string) => Promise<string | undefined> {
  let listed: Listed | undefined;
  const list = async (): Promise<ReadonlyMap<string, string>> => {
    const ids = new Map<string, string>();
    for await (const page of workspace.channels()) page.forEach(({ name, id }) => ids.set(name, id));
    return ids;
  };
  const listAnew = (): Listed => {
    const anew: Listed = { ids: asked(list), at: Date.now() };
    listed = anew;
    anew.ids.catch(() => listed === anew && (listed = undefined));
    return anew;
  };
  return async (name) => {
    const known = listed && Date.now() - listed.at < listedMs ? listed : undefined;
    const found = (await known?.ids)?.get(name);
    // One that was made since is in no list from before.
    return found ?? (await listAnew().ids).get(name);
  };
}

/** The accounts of the workspace. */
export const slackAccounts = (workspace: SlackWorkspace): Accounts => ({
  findByEmail: async (email) => accountOf(await asked(() => workspace.findByEmail(email))),
  find: async (id) => accountOf(await asked(() => workspace.user(id))),
  all: async function* all() {
    for await (const page of askedFor(workspace.users())) yield page.map(toAccount);
  },
  channelsOf: (id) => askedFor(workspace.channelsOf(id)),
  deactivate: async (id) => {
    try {
      return await asked(() => workspace.deactivate(id));
    } catch (error) {
      // That access is one of its own: without it a person closes the account, and everything else goes on.
      if (error instanceof SystemError && ['connection', 'user'].includes(error.fault)) return 'unavailable';
      throw error;
    }
  },
});

const accountOf = (user: SlackUser | undefined): SlackAccount | undefined => user && toAccount(user);

const toAccount = ({ id, email, realName, name, deleted, isBot }: SlackUser): SlackAccount => ({
  id,
  email: email.toLowerCase(),
  name: realName || name,
  deleted,
  isBot,
});
