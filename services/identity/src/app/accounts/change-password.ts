import { type Clock, type Handler, type NewId, retryStale } from '@guildhall/kernel';
import { audited } from '../../domain/audit.ts';
import { assertStrong, noPassword, normalPassword, setPassword } from '../../domain/accounts/password.ts';
import type { Person } from '../../domain/person.ts';
import { accountRefusals } from '../../domain/accounts/refusals.ts';
import { refusals } from '../../domain/refusals.ts';
import { isOpen, type Session } from '../../domain/session.ts';
import { auditOf, personOf } from '../caller.ts';
import type { Caller, People, Sessions } from '../ports.ts';
import type { AssertFresh } from '../reauthentication/assert-fresh.ts';
import type { NewSession, OpenSession } from '../sign-in/open-session.ts';
import type { EndSessions } from './end-sessions.ts';
import type { AskPassword } from './is-password.ts';
import { mailAddressOf } from './mail-address.ts';
import type { LeakedPasswords, PasswordHasher, Passwords } from './ports.ts';

export type ChangePassword = Readonly<{ password: string; currentPassword: string; caller: Caller }>;
export type PasswordSet = Readonly<{ person: Person; session?: NewSession }>;

type Deps = Readonly<{
  passwords: Passwords;
  people: People;
  sessions: Sessions;
  hasher: PasswordHasher;
  leaked: LeakedPasswords;
  isPassword: AskPassword;
  assertFresh: AssertFresh;
  endSessions: EndSessions;
  openSession: OpenSession;
  newId: NewId;
  clock: Clock;
}>;

/**
 * With the old password, or a proof of the last quarter of an hour. Every session ends, and the one that asked goes on under another token: none that
 * somebody else has survives. Throws `identity.wrong_password`, `identity.reauthentication_required`.
 */
export const changePasswordHandler =
  (deps: Deps): Handler<ChangePassword, PasswordSet> =>
  async ({ password, currentPassword, caller }) => {
    const { passwords, people, hasher, leaked, endSessions, clock } = deps;
    const person = await people.find(personOf(caller));
    if (!person) throw refusals.personNotFound();
    const session = await ownSession(deps, caller);
    if (currentPassword === '') await deps.assertFresh(caller);
    else if (!(await deps.isPassword(person.id, currentPassword))) throw accountRefusals.wrongPassword();
    assertStrong(password, leaked.has);
    const hash = await hasher.hash(normalPassword(password));
    await endSessions(person.id);
    await retryStale(async () => {
      const current = (await passwords.find(person.id)) ?? noPassword(person.id);
      const at = clock.now();
      const { next, facts } = setPassword(current, hash, mailAddressOf(person), at);
      await passwords.save(next, [...facts, audited(next, auditOf(caller, 'password.changed', person.id, at))]);
    });
    await endSessions(person.id);
    return session ? goOn(deps, person, session, caller) : { person };
  };

async function ownSession({ sessions, clock }: Deps, { principal }: Caller): Promise<Session | undefined> {
  const session = principal.kind === 'session' ? await sessions.find(principal.sessionId) : undefined;
  return session && isOpen(session, clock.now()) ? session : undefined;
}

function goOn({ openSession, newId }: Deps, person: Person, { way = 'code' }: Session, caller: Caller) {
  return openSession({ sessionId: newId(), person, caller, way, taken: refusals.signInRequired });
}
