import type { Principal } from '@guildhall/kernel';
import type { AccessToken, AccessTokenFact } from '../domain/access-token.ts';
import type { Administrators as AdministratorList } from '../domain/administrators.ts';
import type { AuditEntry, Audited } from '../domain/audit.ts';
import type { Challenge } from '../domain/challenge.ts';
import type { Contact, ContactFact, Method } from '../domain/contact.ts';
import type { Person, PersonFact } from '../domain/person.ts';
import type { Session, SessionFact } from '../domain/session.ts';
import type { TextBudget } from '../domain/text-budget.ts';

// Each `save` stores state and facts, audit entries among them, in one conditional write; it throws `stale` when somebody
// was faster.

export interface Contacts {
  find(method: Method, value: string): Promise<Contact | undefined>;
  findById(id: string): Promise<Contact | undefined>;
  findByChallenge(challengeId: string): Promise<Contact | undefined>;
  findByRegistration(tokenHash: string): Promise<Contact | undefined>;
  /** Another contact of the same address counts as `stale` too. */
  save(contact: Contact, facts: readonly (ContactFact | Audited)[]): Promise<void>;
  remove(contact: Contact): Promise<void>;
}

export interface People {
  find(id: string): Promise<Person | undefined>;
  /** Throws `identity.handle_taken` when somebody else has the handle. */
  save(person: Person, facts: readonly (PersonFact | Audited)[]): Promise<void>;
  /** In the order of their names, those after `after`. An empty query finds everybody. */
  list(page: PeoplePage): Promise<readonly Person[]>;
  /** Those of these ids who exist, in the order asked for. */
  among(ids: readonly string[]): Promise<readonly Person[]>;
  /** Some of whom it was never said how they are reached. */
  unreached(limit: number): Promise<readonly Person[]>;
  /** Everybody in the order of ids, a page at a time. */
  after(id: string, limit: number): Promise<readonly Person[]>;
  remove(person: Person): Promise<void>;
}
export type PeoplePage = Readonly<{ query: string; limit: number; after?: PagePosition }>;
export type PagePosition = Readonly<{ sortName: string; id: string }>;

export interface Sessions {
  find(id: string): Promise<Session | undefined>;
  findByToken(tokenHash: string): Promise<Session | undefined>;
  ofPerson(personId: string): Promise<readonly Session[]>;
  save(session: Session, facts: readonly (SessionFact | Audited)[]): Promise<void>;
  remove(session: Session): Promise<void>;
}

export interface AccessTokens {
  find(personId: string): Promise<AccessToken | undefined>;
  findByToken(tokenHash: string): Promise<AccessToken | undefined>;
  save(token: AccessToken, facts: readonly (AccessTokenFact | Audited)[]): Promise<void>;
}

export interface TextBudgets {
  find(id: string): Promise<TextBudget | undefined>;
  save(budget: TextBudget): Promise<void>;
}

export interface Administrators {
  find(): Promise<AdministratorList>;
  save(administrators: AdministratorList): Promise<void>;
}

/** Of what changes nothing here. What changes something is recorded by the `save` of it. */
export interface Audits {
  /** Throws `unavailable` when they could not be stored: what they tell of must not go on then. */
  record(entries: readonly AuditEntry[]): Promise<void>;
}

export interface Codes {
  /** A new challenge: an id nobody can guess, its code, and what is kept of the code. */
  make(): Readonly<{ challengeId: string; code: string; codeHash: string }>;
  /** Takes the same time whether the code is right or wrong. */
  matches(challenge: Pick<Challenge, 'id' | 'codeHash'>, code: string): boolean;
}

export interface Tokens {
  make(): Readonly<{ token: string; tokenHash: string }>;
  hash(token: string): string;
}

export interface PhoneNumbers {
  /** E.164, or undefined when no telephone can have this number. */
  normalise(value: string): string | undefined;
}

/** Who asks, and from where. */
export type Caller = Readonly<{ principal: Principal; ip: string; userAgent: string }>;
