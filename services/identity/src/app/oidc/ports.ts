import type { Audited } from '../../domain/audit.ts';
import type { MailWanted } from '../../domain/accounts/mail.ts';
import type { Authorization } from '../../domain/oidc/authorization.ts';
import type { Claims, Provider } from '../../domain/oidc/claims.ts';
import type { ServiceIdentity } from '../../domain/oidc/service-identity.ts';

export interface ServiceIdentities {
  find(id: string): Promise<ServiceIdentity | undefined>;
  findByToken(tokenHash: string): Promise<ServiceIdentity | undefined>;
  ofPerson(personId: string): Promise<readonly ServiceIdentity[]>;
  save(identity: ServiceIdentity, facts: readonly (MailWanted | Audited)[]): Promise<void>;
  remove(identity: ServiceIdentity): Promise<void>;
}

export interface Authorizations {
  find(id: string): Promise<Authorization | undefined>;
  save(authorization: Authorization): Promise<void>;
  remove(authorization: Authorization): Promise<void>;
}

/** What follows from a state: nobody who reads the database learns it, and nobody else can work it out. */
export interface StateSecrets {
  of(state: string): Readonly<{ verifier: string; challenge: string; nonce: string }>;
}

export type Callback = Readonly<{ code: string; verifier: string; nonce: string; issuer: string }>;

/** A service that vouches for people. */
export interface ServiceProvider {
  authorizeUrl(asked: Readonly<{ state: string; challenge: string; nonce: string }>): string;
  /**
   * Who has just agreed there. Throws `identity.provider_refused` when what it says does not hold, and
   * `identity.provider_unavailable` when it says nothing.
   */
  claimsFor(callback: Callback): Promise<Claims>;
}

/** Those that are set up here. */
export type ServiceProviders = Readonly<Partial<Record<Provider, ServiceProvider>>>;

export interface MicrosoftTokens {
  /** Whose token it is. Throws `identity.microsoft_token_invalid`, `identity.provider_unavailable`. */
  verify(token: string): Promise<Readonly<{ tenantId: string; objectId: string }>>;
  /** What Microsoft tells of its bearer. Throws the same. */
  claimsFor(token: string): Promise<Claims>;
}
