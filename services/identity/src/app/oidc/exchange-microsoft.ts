import { type Clock, type Handler, type NewId, retryStale } from '@guildhall/kernel';
import { domainOf } from '../../domain/email.ts';
import { kindOf, type MembershipPolicy } from '../../domain/membership.ts';
import type { Claims } from '../../domain/oidc/claims.ts';
import { reserve, type ServiceIdentity } from '../../domain/oidc/service-identity.ts';
import type { Person } from '../../domain/person.ts';
import { accountRefusals } from '../../domain/accounts/refusals.ts';
import { refusals } from '../../domain/refusals.ts';
import { member } from '../../domain/roles.ts';
import type { FindOwner } from '../accounts/user-name.ts';
import { auditOf } from '../caller.ts';
import type { AppTokenIssuer, TokenPair } from '../app-tokens/issue-app-tokens.ts';
import type { AddPerson } from '../people/add-person.ts';
import type { Audits, Caller, People } from '../ports.ts';
import type { FindIdentity } from './find-identity.ts';
import type { Joiner } from './join.ts';
import type { MicrosoftTokens, ServiceIdentities } from './ports.ts';

export type ExchangeMicrosoftToken = Readonly<{ token: string; caller: Caller }>;
export type Exchanged = TokenPair & Readonly<{ person: Person }>;

/** Which Microsoft organisations are let in, and the mail domains that are theirs beyond doubt. */
export type Tenants = ReadonlyMap<string, readonly string[]>;

type Deps = Readonly<{
  microsoft: MicrosoftTokens | undefined;
  tenants: Tenants;
  identities: ServiceIdentities;
  people: People;
  findIdentity: FindIdentity;
  findOwner: FindOwner;
  join: Joiner;
  addPerson: AddPerson;
  policy: MembershipPolicy;
  issueAppTokens: AppTokenIssuer;
  audits: Audits;
  newId: NewId;
  clock: Clock;
}>;

export const exchangeMicrosoftHandler =
  (deps: Deps): Handler<ExchangeMicrosoftToken, Exchanged> =>
  async ({ token, caller }) => {
    const { microsoft, tenants, audits, clock } = deps;
    if (!microsoft) throw accountRefusals.providerNotConfigured();
    const { tenantId, objectId } = await microsoft.verify(token);
    const refuse = (subjectId: string) => audits.record([auditOf(caller, 'login.refused', subjectId, clock.now())]);
    if (!tenants.has(tenantId)) {
      await refuse(objectId);
      throw accountRefusals.tenantNotAllowed();
    }
    const claims = { ...(await microsoft.claimsFor(token)), tenantId, subject: objectId };
    const person = await retryStale(() => personFor(deps, claims, caller));
    if (person.status !== 'active') {
      await refuse(person.id);
      throw refusals.personDisabled();
    }
    const entries = [auditOf(caller, 'login', person.id, clock.now(), 'token')];
    const pair = await deps.issueAppTokens({ personId: person.id, device: '', caller, entries });
    return { person, ...pair };
  };

/**
 * By tenant and object first. An address counts only where the tenant owns its domain: elsewhere its administrator may
 * have written it there, and it neither opens somebody's account nor becomes a contact.
 */
async function personFor(deps: Deps, claims: Claims, caller: Caller): Promise<Person> {
  const at = deps.clock.now();
  const { identity, person } = await deps.findIdentity(claims, at);
  if (person) return person;
  const { email } = claims;
  const isOwned = email !== undefined && isDomainOf(deps.tenants, claims.tenantId, domainOf(email));
  if (!isOwned && email && (await deps.findOwner(email))) throw accountRefusals.userExists();
  if (!isOwned) return joinWithoutContact(deps, identity, claims, caller, at);
  const owner = await deps.findOwner(email);
  if (!owner) return deps.join.joinAs(identity, { ...claims, email }, caller, at);
  await deps.join.discardSignUp(email);
  await deps.join.linkTo(identity, owner, caller, at);
  return owner;
}

const isDomainOf = (tenants: Tenants, tenantId: string | undefined, domain: string): boolean =>
  tenantId !== undefined && (tenants.get(tenantId)?.includes(domain) ?? false);

async function joinWithoutContact(
  { identities, people, addPerson, policy, join, newId }: Deps,
  identity: ServiceIdentity,
  { firstName, lastName }: Claims,
  caller: Caller,
  at: Date,
): Promise<Person> {
  const kind = kindOf(policy, { method: 'email', value: '' });
  if (!kind) throw refusals.registrationRefused();
  const reserved = identity.personId ? identity : reserve(identity, newId());
  if (reserved !== identity) await identities.save(reserved, []);
  const id = reserved.personId ?? '';
  const fields = { id, firstName, lastName, kind, roles: [member], contacts: [] };
  const person = (await people.find(id)) ?? (await addPerson(fields, at));
  await join.linkTo(reserved, person, caller, at, false);
  return person;
}
