import { type AppError, type Clock, isStale } from '@guildhall/kernel';
import { audited } from '../../domain/audit.ts';
import { deviceOf } from '../../domain/device.ts';
import type { Person } from '../../domain/person.ts';
import { refusals } from '../../domain/refusals.ts';
import { cookieSeconds, type SessionLives, startSession, type Way } from '../../domain/session.ts';
import { auditOf } from '../caller.ts';
import type { Audits, Caller, People, Sessions, Tokens } from '../ports.ts';

export type NewSession = Readonly<{ token: string; maxAgeSeconds: number }>;
export type SignedIn = Readonly<{ person: Person; session: NewSession }>;

type Opening = Readonly<{
  sessionId: string;
  person: Person;
  caller: Caller;
  way: Way;
  taken: () => AppError;
}>;
type Deps = Readonly<{
  people: People;
  sessions: Sessions;
  tokens: Tokens;
  audits: Audits;
  lives: SessionLives;
  clock: Clock;
}>;

export type OpenSession = (opening: Opening) => Promise<SignedIn>;

/**
 * Signs a device in. `sessionId` was settled by whatever is used up for it, so that of several who finish the same sign-in,
 * the one whose insert succeeds has it; the others are told `taken`.
 */
export const sessionOpener =
  ({ people, sessions, tokens, audits, lives, clock }: Deps): OpenSession =>
  async ({ sessionId, person: proven, caller, way, taken }) => {
    const at = clock.now();
    const via = way === 'token' ? 'token' : 'web';
    const person = await currentOf(people, proven);
    if (person.status !== 'active') {
      await audits.record([auditOf(caller, 'login.refused', person.id, at, via)]);
      throw refusals.personDisabled();
    }
    const { token, tokenHash } = tokens.make();
    const fields = { id: sessionId, personId: person.id, tokenHash, device: deviceOf(caller.userAgent), way };
    const { next, facts } = startSession(fields, lives[way], at);
    const entry = auditOf(caller, 'login', person.id, at, via);
    await sessions.save(next, [...facts, audited(next, entry)]).catch((error: unknown) => {
      throw isStale(error) ? taken() : error;
    });
    return { person, session: { token, maxAgeSeconds: cookieSeconds(lives[way]) } };
  };

const mostMerges = 10;

/** Who proved to be somebody that became somebody else is that one now: a password or a service may still say the former. */
async function currentOf(people: People, proven: Person): Promise<Person> {
  let person = proven;
  for (let merges = 0; person.mergedInto !== undefined && merges < mostMerges; merges += 1) {
    const next = await people.find(person.mergedInto);
    if (!next) break;
    person = next;
  }
  return person;
}
