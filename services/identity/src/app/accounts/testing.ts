import type { Clock } from '@guildhall/kernel';
import type { AuditEntry } from '../../domain/audit.ts';
import type { MailTemplate, MailWanted } from '../../domain/accounts/mail.ts';
import { boundedLife, slidingLife } from '../../domain/session.ts';
import { contactClaimer } from '../people/claim-contact.ts';
import { personAdder } from '../people/add-person.ts';
import { freshnessGuard } from '../reauthentication/assert-fresh.ts';
import { logoutHandler } from '../sessions/logout.ts';
import { revokeSessionHandler } from '../sessions/revoke-session.ts';
import { sessionOpener } from '../sign-in/open-session.ts';
import { anonymousCaller, inMemoryContacts, inMemoryPeople, inMemorySessions, predictableSecrets } from '../testing.ts';
import { type Said, shelf, sorted } from '../shelf.testing.ts';
import type { Claims } from '../../domain/oidc/claims.ts';
import type { Callback, MicrosoftTokens, ServiceProvider } from '../oidc/ports.ts';
import { sessionsEnder } from './end-sessions.ts';
import type { PasswordHasher } from './ports.ts';
import { type AccountPorts, type AccountRules, accountUseCases } from './use-cases.ts';

/** Hashes that a test can read; `today` is the parameter they are made with. */
export function plainHasher(today = 'now'): PasswordHasher {
  return {
    hash: async (password) => `${today} ${password}`,
    verify: async (hash, password) => ({
      isRight: hash?.slice(hash.indexOf(' ') + 1) === password,
      isOutdated: !hash?.startsWith(`${today} `),
    }),
  };
}

/** The repositories of accounts, each saved as the store does it. */
export function inMemoryAccounts(facts: Said = []) {
  const signUps = shelf<Parameters<AccountPorts['signUps']['save']>[0]>(facts);
  const passwords = shelf<Parameters<AccountPorts['passwords']['save']>[0]>(facts);
  const tries = shelf<Parameters<AccountPorts['tries']['save']>[0]>(facts);
  const identities = shelf<Parameters<AccountPorts['identities']['save']>[0]>(facts);
  const authorizations = shelf<Parameters<AccountPorts['authorizations']['save']>[0]>(facts);
  return {
    signUps: { ...signUps, findByToken: (hash: string) => signUps.first((one) => one.pending?.tokenHash === hash) },
    passwords: { ...passwords, findByReset: (hash: string) => passwords.first((one) => one.reset?.tokenHash === hash) },
    tries: { ...tries, save: (one: Parameters<typeof tries.save>[0]) => tries.save(one, []) },
    identities: {
      ...identities,
      findByToken: (hash: string) => identities.first((one) => one.pending?.tokenHash === hash),
      ofPerson: async (id: string) => identities.all().filter((one) => one.linkedAt && one.personId === id),
    },
    authorizations: {
      ...authorizations,
      save: (one: Parameters<typeof authorizations.save>[0]) => authorizations.save(one, []),
    },
  };
}

/** A service at which the code is the name of what it answers. */
function standIn(answers: Map<string, Claims | Error>, seen: Callback[]): ServiceProvider {
  return {
    authorizeUrl: ({ state, challenge }) => `https://service.example/?state=${state}&challenge=${challenge}`,
    claimsFor: async (callback) => {
      seen.push(callback);
      const answer = answers.get(callback.code);
      if (!answer || answer instanceof Error) throw answer ?? new Error('nobody agreed');
      return answer;
    },
  };
}

type World = Readonly<{ microsoft?: MicrosoftTokens; hasher?: PasswordHasher; rules?: Partial<AccountRules> }>;

export const accountRules: AccountRules = {
  policy: { staffDomains: ['example.org'], unknownDomains: 'visitor' },
  hidesAccounts: false,
  tenants: new Map([['t1', ['t1.example']]]),
  publicUrl: 'https://members.example.org',
};

/** Accounts over memory, with what they stored, said and recorded. */
export function accountsInMemory(clock: Clock, { microsoft, hasher = plainHasher(), rules = {} }: World = {}) {
  const facts: Readonly<{ type: string }>[] = [];
  const recorded: AuditEntry[] = [];
  const said = sorted(facts, recorded);
  const answers = new Map<string, Claims | Error>();
  const callbacks: Callback[] = [];
  const kept = {
    contacts: inMemoryContacts(said),
    people: inMemoryPeople(said),
    sessions: inMemorySessions(said),
    audits: { record: async (entries: readonly AuditEntry[]) => void recorded.push(...entries) },
    ...predictableSecrets(),
    clock,
  };
  const lives = {
    code: slidingLife(365),
    token: slidingLife(365),
    passkey: slidingLife(365),
    service: slidingLife(365),
    password: boundedLife(12, 7),
  };
  const around = {
    ...kept,
    addPerson: personAdder(kept.people),
    claimer: contactClaimer(kept),
    openSession: sessionOpener({ ...kept, lives }),
    endCredentials: sessionsEnder(kept),
    logout: logoutHandler({ revokeSession: revokeSessionHandler({ ...kept, appTokenEnder: noAppTokens }) }),
    assertFresh: freshnessGuard(kept),
    issueAppTokens: async ({ personId, entries = [] }: { personId: string; entries?: readonly AuditEntry[] }) => {
      recorded.push(...entries);
      return {
        accessToken: `access of ${personId}`,
        refreshToken: `refresh of ${personId}`,
        expiresAt: clock.now(),
        refreshExpiresAt: clock.now(),
      };
    },
  };
  const service = standIn(answers, callbacks);
  const given = {
    ...inMemoryAccounts(said),
    hasher,
    leaked: { has: (password: string) => password === 'passwordpassword' },
    secrets: { of: (state: string) => ({ verifier: `v ${state}`, challenge: `c ${state}`, nonce: `n ${state}` }) },
    providers: { google: service, microsoft: service, zoom: service },
    microsoft,
  };
  const use = accountUseCases(given, around, { ...accountRules, ...rules });
  return { ...around, ...given, ...use, facts, recorded, answers, callbacks };
}

const noAppTokens = { endOne: async () => false, endAll: async () => undefined };

export type AccountsInMemory = ReturnType<typeof accountsInMemory>;

export const mailsOf = ({ facts }: AccountsInMemory, template?: MailTemplate): readonly MailWanted[] =>
  facts
    .filter((said): said is MailWanted => said.type === 'mail-wanted')
    .filter((mail) => template === undefined || mail.template === template);

export const lastToken = (accounts: AccountsInMemory, template: MailTemplate): string =>
  mailsOf(accounts, template).at(-1)?.token ?? '';

export const goodPassword = 'correct horse battery';
export const ana = { email: 'ana@example.com', password: goodPassword, firstName: 'Ana', lastName: 'Bell' };

/** Signs up and confirms in the same browser. */
export async function makeAccount(accounts: AccountsInMemory, who: Partial<typeof ana> = {}) {
  const { browserSecret } = await accounts.signUp({ ...ana, ...who });
  const token = lastToken(accounts, 'sign-up-confirm');
  const { signedIn } = await accounts.confirm({ token, browserSecret, caller: anonymousCaller });
  if (!signedIn) throw new Error('the browser that signed up is signed in');
  return signedIn;
}

/** The caller behind a session that was opened here last for this person. */
export function sessionOf(accounts: AccountsInMemory, personId: string) {
  const session = accounts.sessions.all().findLast((one) => one.personId === personId && !one.revokedAt);
  const principal = {
    kind: 'session',
    personId,
    sessionId: session?.id ?? '',
    displayName: '',
    permissions: [],
  } as const;
  return { ...anonymousCaller, principal };
}

/** The id of the one that is kept. */
export function onlyId(kept: Readonly<{ all(): readonly Readonly<{ id: string }>[] }>): string {
  const [only, ...others] = kept.all();
  if (!only || others.length > 0) throw new Error('there should be one');
  return only.id;
}
