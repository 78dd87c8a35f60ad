import type { Clock, Handler } from '@guildhall/kernel';
import { begin } from '../../domain/oidc/authorization.ts';
import type { Provider } from '../../domain/oidc/claims.ts';
import { accountRefusals } from '../../domain/accounts/refusals.ts';
import { personOf } from '../caller.ts';
import type { Caller, Tokens } from '../ports.ts';
import type { AssertFresh } from '../reauthentication/assert-fresh.ts';
import type { Authorizations, ServiceProviders, StateSecrets } from './ports.ts';

export type StartServiceSignIn = Readonly<{ provider: Provider; next: string }>;
export type StartServiceLink = StartServiceSignIn & Readonly<{ caller: Caller }>;
export type Started = Readonly<{ authorizeUrl: string; browserSecret: string; expiresAt: Date }>;

type Deps = Readonly<{
  authorizations: Authorizations;
  providers: ServiceProviders;
  secrets: StateSecrets;
  assertFresh: AssertFresh;
  tokens: Tokens;
  clock: Clock;
}>;

export const startSignInHandler =
  (deps: Deps): Handler<StartServiceSignIn, Started> =>
  (wanted) =>
    start(deps, wanted);

/** What opens an account is added only by somebody who has just shown that it is theirs. */
export const startLinkHandler =
  (deps: Deps): Handler<StartServiceLink, Started> =>
  async ({ caller, ...wanted }) => {
    const personId = personOf(caller);
    await deps.assertFresh(caller);
    return start(deps, { ...wanted, personId });
  };

async function start(
  { authorizations, providers, secrets, tokens, clock }: Deps,
  { provider, ...wanted }: StartServiceSignIn & Readonly<{ personId?: string }>,
): Promise<Started> {
  const service = providers[provider];
  if (!service) throw accountRefusals.providerNotConfigured();
  const [{ token: state, tokenHash: id }, browser] = [tokens.make(), tokens.make()];
  const authorization = begin({ id, provider, browserHash: browser.tokenHash, ...wanted }, clock.now());
  await authorizations.save(authorization);
  const authorizeUrl = service.authorizeUrl({ state, ...secrets.of(state) });
  return { authorizeUrl, browserSecret: browser.token, expiresAt: authorization.expiresAt };
}
