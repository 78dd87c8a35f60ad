import type { AppError, Clock } from '@guildhall/kernel';
import { deviceOf } from '../../domain/device.ts';
import type { Person } from '../../domain/person.ts';
import { refusals } from '../../domain/refusals.ts';
import { startSession } from '../../domain/session.ts';
import { auditOf } from '../caller.ts';
import type { Audits, Caller, Sessions, Tokens } from '../ports.ts';
import { isStale } from '../retry-stale.ts';

export type NewSession = Readonly<{ token: string; maxAgeSeconds: number }>;
export type SignedIn = Readonly<{ person: Person; session: NewSession }>;

type Opening = Readonly<{
  sessionId: string;
  person: Person;
  caller: Caller;
  via: 'web' | 'token';
  taken: () => AppError;
}>;
type Deps = Readonly<{ sessions: Sessions; tokens: Tokens; audits: Audits; sessionLifeMs: number; clock: Clock }>;

export type OpenSession = (opening: Opening) => Promise<SignedIn>;

/**
 * Signs a device in. `sessionId` was settled by whatever is used up for it, so that of several who finish the same sign-in,
 * the one whose insert succeeds has it; the others are told `taken`.
 */
export const sessionOpener =
  ({ sessions, tokens, audits, sessionLifeMs, clock }: Deps): OpenSession =>
  async ({ sessionId, person, caller, via, taken }) => {
    const at = clock.now();
    if (person.status !== 'active') {
      await audits.record([auditOf(caller, 'login.refused', person.id, at, via)]);
      throw refusals.personDisabled();
    }
    const { token, tokenHash } = tokens.make();
    const fields = { id: sessionId, personId: person.id, tokenHash, device: deviceOf(caller.userAgent) };
    const { next, facts } = startSession(fields, sessionLifeMs, at);
    await sessions.save(next, facts).catch((error: unknown) => {
      throw isStale(error) ? taken() : error;
    });
    await audits.record([auditOf(caller, 'login', person.id, at, via)]);
    return { person, session: { token, maxAgeSeconds: sessionLifeMs / 1_000 } };
  };
