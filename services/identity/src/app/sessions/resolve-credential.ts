import { AppError, type Clock, type Handler, isTransient } from '@guildhall/kernel';
import { isUsable, touchToken } from '../../domain/access-token.ts';
import { mayEnter, type Person } from '../../domain/person.ts';
import { permissionsOf, type Role } from '../../domain/roles.ts';
import { isOpen, touchSession } from '../../domain/session.ts';
import type { AccessTokens, People, Sessions } from '../ports.ts';

export type ResolveCredential = Readonly<{ kind: 'session' | 'access-token'; tokenHash: string }>;
export type Resolved = Readonly<{
  person: Person;
  permissions: readonly string[];
  sessionId: string;
  expiresAt: Date;
}>;

type Deps = Readonly<{
  sessions: Sessions;
  accessTokens: AccessTokens;
  people: People;
  roles: readonly Role[];
  sessionLifeMs: number;
  clock: Clock;
}>;
type Holder = Readonly<{
  personId: string;
  since: Date;
  sessionId: string;
  expiresAt: Date;
  touch: () => Promise<void>;
}>;

/** Whose credential this is; undefined when it opens nothing. */
export const resolveCredentialHandler =
  (deps: Deps): Handler<ResolveCredential, Resolved | undefined> =>
  async ({ kind, tokenHash }) => {
    const holder = await (kind === 'session' ? sessionHolder(deps, tokenHash) : tokenHolder(deps, tokenHash));
    const person = holder && (await deps.people.find(holder.personId));
    if (!person || !mayEnter(person, holder.since)) return undefined;
    await holder.touch().catch(ignoreTransient);
    const { sessionId, expiresAt } = holder;
    return { person, permissions: permissionsOf(deps.roles, person.roles), sessionId, expiresAt };
  };

async function sessionHolder({ sessions, sessionLifeMs, clock }: Deps, hash: string): Promise<Holder | undefined> {
  const at = clock.now();
  const session = await sessions.findByToken(hash);
  if (!session || !isOpen(session, at)) return undefined;
  const touched = touchSession(session, sessionLifeMs, at);
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
