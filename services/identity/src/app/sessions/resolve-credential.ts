import { AppError, type Clock, type Handler, isTransient } from '@guildhall/kernel';
import { isUsable, touchToken } from '../../domain/access-token.ts';
import type { DeviceCredential } from '../../domain/device-credential.ts';
import { mayEnter, type Person } from '../../domain/person.ts';
import { permissionsOf, type Role } from '../../domain/roles.ts';
import { isOpen, type SessionLives, touchSession } from '../../domain/session.ts';
import { appTokenHolder } from '../app-tokens/resolve-app-token.ts';
import type { Holder } from './holder.ts';
import type { AppTokens, Devices, SignedTokens } from '../credential-ports.ts';
import type { AccessTokens, People, Sessions } from '../ports.ts';

export type ResolveCredential =
  | Readonly<{ kind: 'session' | 'access-token'; tokenHash: string }>
  | Readonly<{ kind: 'app-token'; token: string }>;
export type ResolvedPerson = Readonly<{
  person: Person;
  permissions: readonly string[];
  sessionId: string;
  expiresAt: Date;
}>;
export type Resolved = ResolvedPerson | Readonly<{ device: DeviceCredential }>;

type Deps = Readonly<{
  sessions: Sessions;
  accessTokens: AccessTokens;
  appTokens: AppTokens;
  signedTokens: SignedTokens;
  devices: Devices;
  people: People;
  roles: readonly Role[];
  lives: SessionLives;
  clock: Clock;
}>;

/** Whose credential this is; undefined when it opens nothing. */
export const resolveCredentialHandler =
  (deps: Deps): Handler<ResolveCredential, Resolved | undefined> =>
  async (wanted) => {
    const holder = await holderOf(deps, wanted);
    if (!holder && wanted.kind === 'access-token') return deviceOf(deps, wanted.tokenHash);
    const person = holder && (await deps.people.find(holder.personId));
    if (!person || !mayEnter(person, holder.since)) return undefined;
    await holder.touch().catch(ignoreTransient);
    const { sessionId, expiresAt } = holder;
    return { person, permissions: permissionsOf(deps.roles, person.roles), sessionId, expiresAt };
  };

function holderOf(deps: Deps, wanted: ResolveCredential): Promise<Holder | undefined> {
  if (wanted.kind === 'app-token') return appTokenHolder(deps, wanted.token);
  return wanted.kind === 'session' ? sessionHolder(deps, wanted.tokenHash) : tokenHolder(deps, wanted.tokenHash);
}

async function deviceOf({ devices }: Deps, hash: string): Promise<Resolved | undefined> {
  const device = await devices.findByToken(hash);
  return device && !device.revokedAt ? { device } : undefined;
}

async function sessionHolder({ sessions, lives, clock }: Deps, hash: string): Promise<Holder | undefined> {
  const at = clock.now();
  const session = await sessions.findByToken(hash);
  if (!session || !isOpen(session, at)) return undefined;
  const touched = touchSession(session, lives, at);
  return {
    personId: session.personId,
    since: session.createdAt,
    sessionId: session.id,
    expiresAt: (touched ?? session).expiresAt,
    touch: async () => {
      if (touched) await sessions.save(touched, []);
    },
  };
}

async function tokenHolder({ accessTokens, clock }: Deps, hash: string): Promise<Holder | undefined> {
  const at = clock.now();
  const token = await accessTokens.findByToken(hash);
  if (!token || !isUsable(token, at)) return undefined;
  const touched = touchToken(token, at);
  return {
    personId: token.id,
    since: token.createdAt,
    sessionId: token.tokenId,
    expiresAt: token.expiresAt,
    touch: async () => {
      if (touched) await accessTokens.save(touched, []);
    },
  };
}

// When it was last seen is worth a write, never a refusal.
function ignoreTransient(error: unknown): void {
  if (!(error instanceof AppError) || !isTransient(error.kind)) throw error;
}
