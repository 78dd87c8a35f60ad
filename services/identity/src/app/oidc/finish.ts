import { type Clock, type Handler, isStale, retryStale } from '@guildhall/kernel';
import { type Authorization, useUp } from '../../domain/oidc/authorization.ts';
import type { Provider } from '../../domain/oidc/claims.ts';
import { accountRefusals } from '../../domain/accounts/refusals.ts';
import type { Caller, Tokens } from '../ports.ts';
import type { Admit, Admitted } from './admit.ts';
import type { Authorizations, ServiceProviders, StateSecrets } from './ports.ts';

export type FinishServiceSignIn = Readonly<{
  state: string;
  code: string;
  error: string;
  issuer: string;
  browserSecret: string;
  caller: Caller;
}>;
export type ServiceSignInFinished = (Admitted | Readonly<{ status: 'denied' }>) &
  Readonly<{ provider: Provider; next: string }>;

type Deps = Readonly<{
  authorizations: Authorizations;
  providers: ServiceProviders;
  secrets: StateSecrets;
  admit: Admit;
  tokens: Tokens;
  clock: Clock;
}>;

// What services say when a person, or their administrator, would not.
const denials = ['access_denied', 'consent_required', 'interaction_required', 'login_required'];

/** The state is used up before anything else, whatever comes of it: a code is good for one exchange. */
export const finishHandler =
  (deps: Deps): Handler<FinishServiceSignIn, ServiceSignInFinished> =>
  async ({ state, code, error, issuer, browserSecret, caller }) => {
    const { authorizations, providers, secrets, tokens, clock } = deps;
    const used = useUp(await authorizations.find(tokens.hash(state)), tokens.hash(browserSecret), clock.now());
    await authorizations.save(used).catch((cause: unknown) => {
      throw isStale(cause) ? accountRefusals.oauthStateInvalid() : cause;
    });
    const { provider, next } = used;
    if (denials.includes(error)) return { status: 'denied', provider, next };
    if (error !== '' || code === '') throw accountRefusals.providerRefused();
    const service = providers[provider];
    if (!service) throw accountRefusals.providerNotConfigured();
    const { verifier, nonce } = secrets.of(state);
    const claims = await service.claimsFor({ code, verifier, nonce, issuer });
    const end = await retryStale(() => deps.admit({ claims, ...wishOf(used), caller }));
    return { ...end, provider, next };
  };

const wishOf = ({ personId, browserHash, next }: Authorization) => ({
  browserHash,
  next,
  ...(personId && { linkTo: personId }),
});
