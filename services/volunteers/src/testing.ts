import type { DescService } from '@bufbuild/protobuf';
import { anonymous, type Principal } from '@guildhall/kernel';
import { type Bus, type Call, type Client, client, connectBus } from '@guildhall/messaging';
import { connectStore } from '@guildhall/mongo';
import { createLog, health, lifecycle, settings } from '@guildhall/runtime';
import { type TestClock, testStoreUrl } from '@guildhall/testing';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { compose } from './compose.ts';
import { Settings } from './config.ts';

/** Where the instances of one test meet. */
export type Meeting = Readonly<{ natsUrl: string; database: string; clock: TestClock; slackUrl: string }>;

/** Runs the whole service in this process, with connections of its own, as a replica would. */
export async function startVolunteers(meeting: Meeting, more: Readonly<Record<string, string>> = {}) {
  const { natsUrl, database, clock, slackUrl } = meeting;
  const life = lifecycle((name, error) => process.emitWarning(`${name} did not close: ${String(error)}`));
  const env = {
    NATS_URL: natsUrl,
    MONGO_URL: testStoreUrl(),
    SANDBOX: 'on',
    SEALING_KEY: Buffer.alloc(32, 1).toString('base64url'),
    SLACK_BOT_TOKEN: 'xoxb-test',
    SLACK_API_URL: slackUrl,
    SLACK_PACE: '1000',
    ...more,
  };
  const connecting = connectStore({ url: testStoreUrl(), database, appName: 'volunteers' });
  const store = await life.hold('store', connecting, (held) => held.close());
  const bus = await life.hold('bus', connectBus({ servers: natsUrl, name: 'volunteers' }), (held) => held.close());
  const log = createLog({ service: 'volunteers', level: process.env['LOG_LEVEL'] ?? 'silent' });
  await compose({ settings: settings(Settings, env), log, clock, bus, store, life, health: health() });
  return { bus, store, close: life.close };
}

/** The methods of a contract, called as the gateway would for a person. */
export const calling = <S extends DescService>(bus: Bus, service: S): Client<S> =>
  client(bus, service, { timeoutMs: 10_000 });

/** What travels beside the call of a person who holds every permission. */
export const as = (personId: string): Pick<Call, 'principal' | 'client'> => {
  const principal: Principal = { ...anonymous, kind: 'session', personId, displayName: personId, permissions: ['*'] };
  return { principal, client: { ip: '192.0.2.7', userAgent: 'Firefox' } };
};

type Fields = Readonly<Record<string, string>>;
type Said = Readonly<Record<string, unknown>>;

/** A Slack workspace over HTTP: accounts by address, channels by id with who is in them, and the calls that were made. */
export async function slackServer() {
  const users = new Map<string, { id: string; email: string; deleted: boolean }>();
  const channels: Channels = new Map();
  const calls: string[] = [];
  const refusals = new Map<string, string>();
  /** Methods that answer when these are settled. */
  const pauses = new Map<string, Promise<void>>();
  const methods = slackMethods(users, channels);
  const server = createServer((request, response) => {
    void answerTo(request).then((said) => {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(said));
    });
  });
  const answerTo = async (request: IncomingMessage): Promise<Said> => {
    const method = (request.url ?? '').split('/').at(-1)?.split('?')[0] ?? '';
    const fields = await fieldsOf(request);
    calls.push(
      [method, fields['channel'], fields['user'] ?? fields['users'], fields['email']].filter(Boolean).join(' '),
    );
    await pauses.get(method);
    const error = refusals.get(method) ?? refusals.get('*');
    if (error !== undefined) return { ok: false, error };
    return methods[method]?.(fields) ?? { ok: false, error: 'unknown_method' };
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { url, users, channels, calls, refusals, pauses, close };
}

async function fieldsOf(request: IncomingMessage): Promise<Fields> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
  return { ...Object.fromEntries(new URL(request.url ?? '', 'http://slack').searchParams), ...body };
}

const asUser = (user: Readonly<{ id: string; email: string; deleted: boolean }>) => ({
  id: user.id,
  team_id: 'T1',
  name: user.email,
  deleted: user.deleted,
  is_bot: false,
  profile: { email: user.email, real_name: user.email },
});

type Users = Map<string, { id: string; email: string; deleted: boolean }>;
type Channels = Map<string, { name: string; members: Set<string>; archived?: boolean }>;

function slackMethods(users: Users, channels: Channels): Readonly<Record<string, (fields: Fields) => Said>> {
  const userSaid = (user: ReturnType<Users['get']>, error: string): Said =>
    user ? { ok: true, user: asUser(user) } : { ok: false, error };
  const channelOf = ({ channel = '' }: Fields) => channels.get(channel);
  const asChannel = (id: string, name: string) => ({
    id,
    name,
    is_member: true,
    is_archived: channels.get(id)?.archived === true,
    is_private: false,
  });
  return {
    'auth.test': () => ({ ok: true, team: 'Guild', team_id: 'T1', user_id: 'UBOT' }),
    'users.lookupByEmail': ({ email = '' }) =>
      userSaid(
        [...users.values()].find((user) => user.email === email),
        'users_not_found',
      ),
    'users.info': ({ user = '' }) => userSaid(users.get(user), 'user_not_found'),
    'users.list': () => ({ ok: true, members: [...users.values()].map(asUser) }),
    'users.conversations': ({ user = '' }) => {
      const joined = [...channels].filter(([, { members }]) => members.has(user));
      return { ok: true, channels: joined.map(([id, { name }]) => asChannel(id, name)) };
    },
    'conversations.list': () => {
      const open = [...channels].filter(([, { archived }]) => archived !== true);
      return { ok: true, channels: open.map(([id, { name }]) => asChannel(id, name)) };
    },
    'conversations.info': (fields) => {
      const found = channelOf(fields);
      return found
        ? { ok: true, channel: asChannel(fields['channel'] ?? '', found.name) }
        : { ok: false, error: 'channel_not_found' };
    },
    'conversations.members': (fields) => ({ ok: true, members: [...(channelOf(fields)?.members ?? [])] }),
    'conversations.invite': (fields) => {
      const members = channelOf(fields)?.members;
      if (!members) return { ok: false, error: 'channel_not_found' };
      if (channelOf(fields)?.archived) return { ok: false, error: 'is_archived' };
      if (members.has(fields['users'] ?? '')) return { ok: false, error: 'already_in_channel' };
      members.add(fields['users'] ?? '');
      return { ok: true, channel: asChannel(fields['channel'] ?? '', '') };
    },
    'conversations.kick': (fields) =>
      channelOf(fields)?.members.delete(fields['user'] ?? '') ? { ok: true } : { ok: false, error: 'not_in_channel' },
  };
}
