import type { Clock, Handler } from '@guildhall/kernel';
import { isUsable } from '../../domain/pin.ts';
import { refusals } from '../../domain/refusals.ts';
import { auditOf } from '../caller.ts';
import type { AppTokens, Passkeys, Pins } from '../credential-ports.ts';
import type { AccessTokens, Audits, Caller, People, Sessions } from '../ports.ts';
import type { AuditTrail } from '../record-ports.ts';
import type { AssertFresh } from '../reauthentication/assert-fresh.ts';

export type ExportPerson = Readonly<{ personId: string; caller: Caller }>;

/** The services that vouch for a person, and whether there is a password. */
export type DescribeAccounts = (personId: string) => Promise<Readonly<Record<string, unknown>>>;

type Deps = Readonly<{
  people: People;
  sessions: Sessions;
  accessTokens: AccessTokens;
  appTokens: AppTokens;
  passkeys: Passkeys;
  pins: Pins;
  describeAccounts: DescribeAccounts;
  assertFresh: AssertFresh;
  audits: Audits;
  auditTrail: AuditTrail;
  clock: Clock;
}>;

/** Everything that is kept here about somebody, without what would open anything. */
export const exportPersonHandler =
  (deps: Deps): Handler<ExportPerson, Readonly<Record<string, unknown>>> =>
  async ({ personId, caller }) => {
    await deps.assertFresh(caller);
    const person = await deps.people.find(personId);
    if (!person || person.status === 'erased') throw refusals.personNotFound();
    const at = deps.clock.now();
    const { version: _version, isReachSaid: _said, credentialsFrom: _from, ...record } = person;
    const [rest, audits] = await Promise.all([credentialsOf(deps, personId), deps.auditTrail.ofSubject(personId)]);
    await deps.audits.record([auditOf(caller, 'person.exported', personId, at)]);
    return { exportedAt: at, person: record, ...rest, audits };
  };

async function credentialsOf(deps: Deps, personId: string) {
  const [sessions, apps, token, passkeys, pin, accounts] = await Promise.all([
    deps.sessions.ofPerson(personId),
    deps.appTokens.ofPerson(personId),
    deps.accessTokens.find(personId),
    deps.passkeys.ofPerson(personId),
    deps.pins.find(personId),
    deps.describeAccounts(personId),
  ]);
  return {
    sessions: [...sessions, ...apps].map(({ id, device, createdAt, lastSeenAt, expiresAt }) => ({
      id,
      device,
      createdAt,
      lastSeenAt,
      expiresAt,
    })),
    personalToken: token && { prefix: token.prefix, createdAt: token.createdAt, lastUsedAt: token.lastUsedAt },
    passkeys: passkeys.map(({ id, label, createdAt, lastUsedAt }) => ({ id, label, createdAt, lastUsedAt })),
    kioskNumber: isUsable(pin) ? pin.number : undefined,
    ...accounts,
  };
}
