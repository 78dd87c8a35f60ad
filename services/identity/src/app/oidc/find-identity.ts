import type { Claims } from '../../domain/oidc/claims.ts';
import { newIdentity, type ServiceIdentity } from '../../domain/oidc/service-identity.ts';
import type { Person } from '../../domain/person.ts';
import type { People, Tokens } from '../ports.ts';
import type { ServiceIdentities } from './ports.ts';

type Deps = Readonly<{ identities: ServiceIdentities; people: People; tokens: Pick<Tokens, 'hash'> }>;
export type Found = Readonly<{ identity: ServiceIdentity; person?: Person }>;

/** The account at the service, and the person it opens here, if it does. */
export const identityFinder =
  ({ identities, people, tokens }: Deps) =>
  async (claims: Claims, at: Date): Promise<Found> => {
    const id = tokens.hash(`${claims.provider} ${claims.tenantId ?? ''} ${claims.subject}`);
    const identity = (await identities.find(id)) ?? newIdentity(id, claims, at);
    const linked = identity.linkedAt && identity.personId ? await people.find(identity.personId) : undefined;
    const person = linked?.mergedInto ? await people.find(linked.mergedInto) : linked;
    return person && person.status !== 'erased' ? { identity, person } : { identity: unlinked(identity) };
  };

/** Linked to somebody who is not there any more: as good as never seen. */
function unlinked(identity: ServiceIdentity): ServiceIdentity {
  if (!identity.linkedAt) return identity;
  const { personId: _gone, linkedAt: _then, ...rest } = identity;
  return rest;
}

export type FindIdentity = ReturnType<typeof identityFinder>;
