import type { Accounts, Connector, SlackAccount } from '../systems/ports.ts';
import { SystemError } from '../systems/system-error.ts';

/** A workspace that keeps who is in which channel, and every call that was made. */
export const fakeSlack = () => {
  const workspace = aWorkspace();
  const { users, channels, names, calls, failures } = workspace;
  const addChannel = (id: string, name: string): void => {
    names.set(name, id);
    channels.set(id, new Set());
  };
  const addUser = (id: string, email: string, change: Partial<SlackAccount> = {}): void =>
    void users.set(id, { id, email, name: email, deleted: false, isBot: false, ...change });
  const parts = { connector: fakeConnector(workspace), accounts: fakeAccounts(workspace) };
  return { ...parts, users, channels, names, calls, failures, addChannel, addUser };
};

function aWorkspace() {
  const users = new Map<string, SlackAccount>();
  const channels = new Map<string, Set<string>>();
  const names = new Map<string, string>();
  const calls: string[] = [];
  const failures = new Map<string, () => Error>();
  const called = (call: string): void => {
    calls.push(call);
    const failure = failures.get(call) ?? failures.get(call.split(' ')[0] ?? '') ?? failures.get('*');
    if (failure) throw failure();
  };
  const membersOf = (id: string): Set<string> => {
    const known = channels.get(id);
    if (!known) throw new SystemError('channel', 'channel_not_found');
    return known;
  };
  return { users, channels, names, calls, failures, called, membersOf };
}

type Workspace = ReturnType<typeof aWorkspace>;

const fakeConnector = ({ channels, names, called, membersOf }: Workspace): Connector => ({
  system: 'slack',
  test: async () => called('test'),
  locate: async ({ name }) => {
    called(`locate ${name}`);
    const id = names.get(name);
    return id === undefined ? undefined : { externalId: id };
  },
  create: async ({ name }) => {
    called(`create ${name}`);
    names.set(name, `C-${name}`);
    channels.set(`C-${name}`, new Set());
    return { externalId: `C-${name}` };
  },
  grant: async ({ externalId = '' }, { slackUserId }) => {
    called(`invite ${externalId} ${slackUserId}`);
    const members = membersOf(externalId);
    if (members.has(slackUserId)) return 'was-there';
    members.add(slackUserId);
    return 'given';
  },
  revoke: async ({ externalId = '' }, { slackUserId }) => {
    called(`kick ${externalId} ${slackUserId}`);
    return membersOf(externalId).delete(slackUserId) ? 'taken' : 'was-gone';
  },
  members: async function* members({ externalId = '' }) {
    called(`members ${externalId}`);
    yield [...membersOf(externalId)];
  },
});

const fakeAccounts = ({ users, channels, names, called }: Workspace): Accounts => ({
  findByEmail: async (email) => {
    called(`lookup ${email}`);
    return [...users.values()].find((user) => user.email === email);
  },
  find: async (id) => {
    called(`user ${id}`);
    return users.get(id);
  },
  all: async function* all() {
    called('users');
    yield [...users.values()];
  },
  channelsOf: async function* channelsOf(id) {
    called(`channels-of ${id}`);
    const nameOf = (channel: string): string => [...names].find(([, one]) => one === channel)?.[0] ?? '';
    const isIn = [...channels].filter(([, members]) => members.has(id));
    yield isIn.map(([channel]) => ({ id: channel, name: nameOf(channel) }));
  },
  deactivate: async (id) => {
    called(`deactivate ${id}`);
    return 'unavailable';
  },
});
