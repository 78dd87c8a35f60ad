import { type Clock, type Handler, retryStale } from '@guildhall/kernel';
import { audited } from '../../domain/audit.ts';
import { pendingOf, type ServiceIdentity, unlink } from '../../domain/oidc/service-identity.ts';
import { accountRefusals } from '../../domain/accounts/refusals.ts';
import { auditOf, personOf } from '../caller.ts';
import type { Caller, People, Tokens } from '../ports.ts';
import type { AssertFresh } from '../reauthentication/assert-fresh.ts';
import type { Joiner } from './join.ts';
import type { ServiceIdentities } from './ports.ts';

export type ListLinks = Readonly<{ caller: Caller }>;
export type LinkService = Readonly<{ linkToken: string; caller: Caller }>;
export type UnlinkService = Readonly<{ linkId: string; caller: Caller }>;

type Deps = Readonly<{
  identities: ServiceIdentities;
  people: People;
  assertFresh: AssertFresh;
  join: Joiner;
  tokens: Tokens;
  clock: Clock;
}>;

export const listLinksHandler =
  ({ identities }: Pick<Deps, 'identities'>): Handler<ListLinks, readonly ServiceIdentity[]> =>
  ({ caller }) =>
    identities.ofPerson(personOf(caller));

/** The sign-in that was asked for has happened: the account that waited for it is linked to whoever it was. */
export const linkServiceHandler =
  (deps: Deps): Handler<LinkService, ServiceIdentity> =>
  async ({ linkToken, caller }) => {
    const { identities, people, join, tokens, clock } = deps;
    await deps.assertFresh(caller);
    return retryStale(async () => {
      const at = clock.now();
      const identity = await identities.findByToken(tokens.hash(linkToken));
      const person = await people.find(personOf(caller));
      if (!identity || !person || !pendingOf(identity, 'login', at)) throw accountRefusals.linkInvalid();
      return join.linkTo(identity, person, caller, at);
    });
  };

/** Never the last way in: who has no contact to send a code to keeps one account at a service. */
export const unlinkServiceHandler =
  ({ identities, people, clock }: Deps): Handler<UnlinkService> =>
  ({ linkId, caller }) =>
    retryStale(async () => {
      const personId = personOf(caller);
      const [all, person] = await Promise.all([identities.ofPerson(personId), people.find(personId)]);
      const wanted = all.find(({ id }) => id === linkId);
      if (!wanted || !person) throw accountRefusals.linkNotFound();
      const hasContact = person.contacts.some(({ method }) => method === 'email' || method === 'sms');
      if (all.length === 1 && !hasContact) throw accountRefusals.lastWayIn();
      const at = clock.now();
      const next = unlink(wanted, at);
      await identities.save(next, [audited(next, auditOf(caller, 'identity.unlinked', personId, at))]);
    });
