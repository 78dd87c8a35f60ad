import type { Clock } from '@guildhall/kernel';
import type { Claims } from '../../domain/oidc/claims.ts';
import { awaitLogin, awaitMail, type ServiceIdentity } from '../../domain/oidc/service-identity.ts';
import type { Person } from '../../domain/person.ts';
import { accountRefusals } from '../../domain/accounts/refusals.ts';
import type { Enter } from '../accounts/enter.ts';
import type { FindOwner } from '../accounts/user-name.ts';
import type { Caller, People, Tokens } from '../ports.ts';
import type { SignedIn } from '../sign-in/open-session.ts';
import type { FindIdentity } from './find-identity.ts';
import type { Joiner } from './join.ts';
import type { ServiceIdentities } from './ports.ts';

type Arrival = Readonly<{ claims: Claims; browserHash: string; next: string; linkTo?: string; caller: Caller }>;
export type Admitted =
  | Readonly<{ status: 'signed-in'; signedIn: SignedIn }>
  | Readonly<{ status: 'needs-confirmation' | 'linked' }>
  | Readonly<{ status: 'needs-login'; linkToken: string }>;
export type Admit = (arrival: Arrival) => Promise<Admitted>;

type Deps = Readonly<{
  identities: ServiceIdentities;
  people: People;
  findIdentity: FindIdentity;
  findOwner: FindOwner;
  join: Joiner;
  tokens: Tokens;
  enter: Enter;
  clock: Clock;
}>;

/**
 * What a proof by a service opens. Only the service's own subject identifies anybody: an address is believed where the
 * service checks it (Google), is asked by mail where a foreign administrator may write what he likes (Microsoft), and
 * makes nobody where neither is so (Zoom).
 */
export const admitter =
  (deps: Deps): Admit =>
  async (arrival) => {
    const at = deps.clock.now();
    const { claims, caller } = arrival;
    const { identity, person } = await deps.findIdentity(claims, at);
    if (arrival.linkTo) return linkWhoAsked(deps, arrival, identity, at);
    if (person) return open(deps, person, caller);
    const { email } = claims;
    if (claims.provider === 'zoom' || !email) return askForLogin(deps, identity, at);
    if (claims.provider === 'microsoft' || !claims.isEmailVerified)
      return askByMail(deps, arrival, identity, email, at);
    if (await deps.findOwner(email)) return askForLogin(deps, identity, at);
    return open(deps, await deps.join.joinAs(identity, { ...claims, email }, caller, at), caller);
  };

async function linkWhoAsked(deps: Deps, { caller, linkTo }: Arrival, identity: ServiceIdentity, at: Date) {
  const person = caller.principal.personId === linkTo ? await deps.people.find(linkTo) : undefined;
  if (!person) throw accountRefusals.oauthStateInvalid();
  if (identity.personId !== person.id || !identity.linkedAt) await deps.join.linkTo(identity, person, caller, at);
  return { status: 'linked' } as const;
}

async function open({ enter }: Deps, person: Person, caller: Caller): Promise<Admitted> {
  return { status: 'signed-in', signedIn: await enter({ person, caller, way: 'service' }) };
}

async function askForLogin({ identities, tokens }: Deps, identity: ServiceIdentity, at: Date) {
  const { token, tokenHash } = tokens.make();
  await identities.save(awaitLogin(identity, tokenHash, at), []);
  return { status: 'needs-login', linkToken: token } as const;
}

async function askByMail(deps: Deps, arrival: Arrival, identity: ServiceIdentity, email: string, at: Date) {
  const { firstName, lastName } = arrival.claims;
  const { browserHash, next: wanted } = arrival;
  const mail = { firstName, lastName, email, browserHash, next: wanted, ...deps.tokens.make() };
  const { next, facts } = awaitMail(identity, mail, at);
  await deps.identities.save(next, facts);
  return { status: 'needs-confirmation' } as const;
}
