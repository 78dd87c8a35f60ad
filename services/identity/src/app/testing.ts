import { anonymous, AppError, type Clock } from '@guildhall/kernel';
import { createHash } from 'node:crypto';
import type { AuditEntry } from '../domain/audit.ts';
import { noAdministrators } from '../domain/administrators.ts';
import type { ContactFact } from '../domain/contact.ts';
import { searchTextOf, sortNameOf, type Person } from '../domain/person.ts';
import { refusals } from '../domain/refusals.ts';
import { roleTable } from '../domain/roles.ts';
import { boundedLife, slidingLife } from '../domain/session.ts';
import { inMemoryAppTokens, inMemoryDevices, plainTokens } from './credentials.testing.ts';
import type * as ports from './ports.ts';
import { type Said, shelf, sorted, type Versioned } from './shelf.testing.ts';
import { type Ports, type Rules, useCases } from './use-cases.ts';

export function inMemoryContacts(facts: Said = []) {
  const contacts = shelf<Parameters<ports.Contacts['save']>[0]>(facts, (wanted, others) => {
    const isTaken = others.some(({ method, value }) => method === wanted.method && value === wanted.value);
    if (isTaken) throw new AppError('stale', 'identity.contact_exists', 'This contact has just been added.');
  });
  const repository: ports.Contacts = {
    ...contacts,
    find: (method, value) => contacts.first((one) => one.method === method && one.value === value),
    findById: contacts.find,
    findByChallenge: (wanted) => contacts.first((one) => one.challenges.some(({ id }) => id === wanted)),
    findByRegistration: (hash) => contacts.first((one) => one.registration?.tokenHash === hash),
  };
  return { ...repository, all: contacts.all };
}

export function inMemoryPeople(facts: Said = []) {
  const people = shelf<Parameters<ports.People['save']>[0]>(facts, (wanted, others) => {
    if (others.some(({ handle }) => handle === wanted.handle)) throw refusals.handleTaken();
  });
  const isMatch = (query: string) => (person: Person) =>
    query.split(/[\s,]+/).every((word) => searchTextOf(person).includes(word)) ||
    person.contacts.some(({ value }) => value.startsWith(query.replace(/\s/g, '')));
  const repository: ports.People = {
    ...people,
    list: async ({ query, limit, after }) =>
      people
        .all()
        .filter(({ status }) => status === 'active' || status === 'disabled')
        .filter(isMatch(query))
        .toSorted((a, b) => compare(positionOf(a), positionOf(b)))
        .filter((person) => !after || compare(positionOf(person), [after.sortName, after.id]) > 0)
        .slice(0, limit),
    among: async (ids) => ids.flatMap((id) => people.all().filter((person) => person.id === id)),
    unreached: async (limit) =>
      people
        .all()
        .filter(({ isReachSaid }) => !isReachSaid)
        .slice(0, limit),
    after: async (id, limit) =>
      people
        .all()
        .filter((person) => person.id > id)
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
        .slice(0, limit),
  };
  return { ...repository, all: people.all };
}

type Position = readonly [sortName: string, id: string];
const positionOf = (person: Person): Position => [sortNameOf(person), person.id];

function compare([nameA, idA]: Position, [nameB, idB]: Position): number {
  if (nameA !== nameB) return nameA < nameB ? -1 : 1;
  return idA === idB ? 0 : idA < idB ? -1 : 1;
}

export function inMemorySessions(facts: Said = []) {
  const sessions = shelf<Parameters<ports.Sessions['save']>[0]>(facts);
  const repository: ports.Sessions = {
    ...sessions,
    findByToken: (hash) => sessions.first(({ tokenHash }) => tokenHash === hash),
    ofPerson: async (wanted) => sessions.all().filter(({ personId }) => personId === wanted),
  };
  return { ...repository, all: sessions.all };
}

export function inMemoryAccessTokens(facts: Said = []) {
  const tokens = shelf<Parameters<ports.AccessTokens['save']>[0]>(facts);
  const findByToken = (hash: string) => tokens.first(({ tokenHash }) => tokenHash === hash);
  return { ...tokens, findByToken } satisfies ports.AccessTokens;
}

export function inMemoryAdministrators(): ports.Administrators {
  const list = shelf<Versioned & { ids: readonly string[] }>([]);
  return {
    find: async () => (await list.find('administrators')) ?? noAdministrators,
    save: (next) => list.save({ id: 'administrators', ...next }, []),
  };
}

export function inMemoryTextBudgets(): ports.TextBudgets {
  const budgets = shelf<Parameters<ports.TextBudgets['save']>[0]>([]);
  return { find: budgets.find, save: (budget) => budgets.save(budget, []) };
}

/** Codes and tokens that a test knows: the first code is 482913, and each one after it is one higher. */
export function predictableSecrets(): Pick<Ports, 'codes' | 'tokens' | 'newId'> {
  let made = 0;
  const hash = (text: string): string => createHash('sha256').update(text).digest('base64url');
  const codeHash = (id: string, code: string): string => hash(`${id} ${code}`);
  return {
    codes: {
      make: () => {
        const [challengeId, code] = [`challenge-of-22-letters-${made}`, String(482_913 + made++)];
        return { challengeId, code, codeHash: codeHash(challengeId, code) };
      },
      matches: (challenge, code) => challenge.codeHash === codeHash(challenge.id, code),
    },
    tokens: {
      make: () => {
        const token = `token-${made++}`;
        return { token, tokenHash: hash(token) };
      },
      hash,
    },
    newId: () => `id-${String(made++).padStart(6, '0')}`,
  };
}

export const rules: Rules = {
  offered: ['email', 'sms'],
  policy: { staffDomains: ['example.org'], unknownDomains: 'visitor' },
  roles: roleTable(['people.read', 'people.write', 'register.view_report']),
  lives: {
    code: slidingLife(365),
    password: boundedLife(12, 7),
    service: slidingLife(365),
    token: slidingLife(365),
    passkey: slidingLife(365),
  },
  publicUrl: 'https://members.example.org',
  textsPerDay: 5,
};

/** Every use case over memory, with what it stored and told. */
export function inMemoryIdentity(clock: Clock, change: Partial<Rules> = {}) {
  const facts: Readonly<{ type: string }>[] = [];
  const audits: AuditEntry[] = [];
  const said = sorted(facts, audits);
  const warned: string[] = [];
  const given = {
    contacts: inMemoryContacts(said),
    people: inMemoryPeople(said),
    sessions: inMemorySessions(said),
    accessTokens: inMemoryAccessTokens(said),
    appTokens: inMemoryAppTokens(said),
    devices: inMemoryDevices(said),
    signedTokens: plainTokens,
    administrators: inMemoryAdministrators(),
    textBudgets: inMemoryTextBudgets(),
    textsRunLow: () => void warned.push('texts run low'),
    audits: { record: async (entries: readonly AuditEntry[]) => void audits.push(...entries) },
    phones: { normalise: (value: string) => (/^\+\d{6,15}$/.test(value) ? value : undefined) },
    ...predictableSecrets(),
    clock,
  };
  return { ...given, ...useCases(given, { ...rules, ...change }), facts, said, warned, recorded: audits };
}

export type InMemoryIdentity = ReturnType<typeof inMemoryIdentity>;

export const anonymousCaller: ports.Caller = { principal: anonymous, ip: '192.0.2.1', userAgent: 'curl/8.5.0' };

/** Somebody who is signed in by a session. */
export const callerOf = (personId: string, sessionId = ''): ports.Caller => ({
  ...anonymousCaller,
  principal: { kind: 'session', personId, sessionId, displayName: '', permissions: [] },
});

/** The code of the challenge asked for last. */
export const lastCode = ({ facts }: InMemoryIdentity): string =>
  facts.filter((said): said is ContactFact & { code: string } => said.type === 'code-requested').at(-1)?.code ?? '';

/** Proves an e-mail address with the code that was sent to it. */
export async function prove(identity: InMemoryIdentity, value: string) {
  const { id } = await identity.createChallenge({ method: 'email', value });
  return identity.verifyChallenge({ challengeId: id, code: lastCode(identity), caller: anonymousCaller });
}

/** Lets somebody come in by e-mail for the first time. */
export async function comeIn(identity: InMemoryIdentity, value: string, firstName: string, lastName: string) {
  const proven = await prove(identity, value);
  if (proven.status !== 'needs-name') throw new Error('this person is known already');
  const { registrationToken } = proven;
  return identity.register({ registrationToken, firstName, lastName, caller: anonymousCaller });
}
