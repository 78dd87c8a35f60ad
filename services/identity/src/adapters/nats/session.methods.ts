import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { IdentityService, ResolveCredentialRequest } from '@guildhall/contracts/identity/v1/service';
import type { Handler } from '@guildhall/kernel';
import type { Implementation } from '@guildhall/messaging';
import type { CreateAccessToken, NewAccessToken } from '../../app/access-tokens/create-access-token.ts';
import type { GetAccessToken } from '../../app/access-tokens/get-access-token.ts';
import type { RevokeAccessToken } from '../../app/access-tokens/revoke-access-token.ts';
import type { ListAppDevices } from '../../app/app-tokens/list-app-devices.ts';
import type { ListSessions } from '../../app/sessions/list-sessions.ts';
import type { Logout } from '../../app/sessions/logout.ts';
import type { ResolveCredential, Resolved } from '../../app/sessions/resolve-credential.ts';
import type { RevokeSession } from '../../app/sessions/revoke-session.ts';
import type { AccessToken } from '../../domain/access-token.ts';
import type { AppTokens } from '../../domain/app-token.ts';
import type { DeviceCredential } from '../../domain/device-credential.ts';
import type { Session } from '../../domain/session.ts';
import { callerOf, personToProto } from './vocabulary.ts';

export type SessionHandlers = Readonly<{
  listSessions: Handler<ListSessions, readonly Session[]>;
  listAppDevices: Handler<ListAppDevices, readonly AppTokens[]>;
  revokeSession: Handler<RevokeSession>;
  logout: Handler<Logout>;
  resolveCredential: Handler<ResolveCredential, Resolved | undefined>;
  createAccessToken: Handler<CreateAccessToken, NewAccessToken>;
  getAccessToken: Handler<GetAccessToken, AccessToken>;
  revokeAccessToken: Handler<RevokeAccessToken>;
}>;

export const sessionMethods = (
  use: SessionHandlers,
): Pick<Implementation<typeof IdentityService>, Exclude<keyof SessionHandlers, 'listAppDevices'>> => ({
  listSessions: async (_, call) => {
    const caller = callerOf(call);
    const [sessions, apps] = await Promise.all([use.listSessions({ caller }), use.listAppDevices({ caller })]);
    const shown = [...sessions.map((one) => ({ ...one, app: false })), ...apps.map((one) => ({ ...one, app: true }))];
    return { sessions: shown.map((one) => sessionToProto(one, call.principal.sessionId)) };
  },
  revokeSession: async ({ sessionId }, call) => {
    await use.revokeSession({ sessionId, caller: callerOf(call) });
    return {};
  },
  logout: async (_, call) => {
    await use.logout({ caller: callerOf(call) });
    return {};
  },
  resolveCredential: async ({ credential }) => {
    const wanted = credentialOf(credential);
    const resolved = wanted && (await use.resolveCredential(wanted));
    if (!resolved) return {};
    if ('device' in resolved) return deviceToProto(resolved.device);
    const { person, permissions, sessionId, expiresAt } = resolved;
    return {
      person: personToProto(person),
      permissions: [...permissions],
      sessionId,
      expiresAt: timestampFromDate(expiresAt),
    };
  },
  createAccessToken: async (_, call) => {
    const { token, url, expiresAt } = await use.createAccessToken({ caller: callerOf(call) });
    return { token, url, expiresAt: timestampFromDate(expiresAt) };
  },
  getAccessToken: async (_, call) => tokenToProto(await use.getAccessToken({ caller: callerOf(call) })),
  revokeAccessToken: async (_, call) => {
    await use.revokeAccessToken({ caller: callerOf(call) });
    return {};
  },
});

function credentialOf(credential: ResolveCredentialRequest['credential']): ResolveCredential | undefined {
  if (credential.case === undefined) return undefined;
  if (credential.case === 'appToken') return { kind: 'app-token', token: credential.value };
  const kind = credential.case === 'sessionHash' ? 'session' : 'access-token';
  return { kind, tokenHash: Buffer.from(credential.value).toString('base64url') };
}

const deviceToProto = ({ id, siteId, label }: DeviceCredential) => ({ device: { id, siteId, label }, sessionId: id });

type Shown = Pick<Session, 'id' | 'device' | 'createdAt' | 'lastSeenAt' | 'expiresAt'> & Readonly<{ app: boolean }>;

const sessionToProto = ({ id, device, createdAt, lastSeenAt, expiresAt, app }: Shown, currentId: string) => ({
  id,
  device,
  createdAt: timestampFromDate(createdAt),
  lastSeenAt: timestampFromDate(lastSeenAt),
  expiresAt: timestampFromDate(expiresAt),
  current: id === currentId,
  app,
});

const tokenToProto = ({ prefix, createdAt, lastUsedAt, expiresAt }: AccessToken) => ({
  prefix,
  createdAt: timestampFromDate(createdAt),
  expiresAt: timestampFromDate(expiresAt),
  ...(lastUsedAt && { lastUsedAt: timestampFromDate(lastUsedAt) }),
});
