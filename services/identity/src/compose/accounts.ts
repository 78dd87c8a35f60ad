import { AccountService } from '@guildhall/contracts/identity/v1/accounts';
import { sealer, serve } from '@guildhall/messaging';
import { aggregates, dueItems, type Offer, type Store } from '@guildhall/mongo';
import type { Process } from '@guildhall/runtime';
import { passwordHasher } from '../adapters/argon2/password-hasher.ts';
import { leakedPasswords } from '../adapters/leaked/leaked-passwords.ts';
import {
  passwordIndexes,
  passwordRepository,
  type PasswordState,
  triesRepository,
  type TriesState,
} from '../adapters/mongo/password.repository.ts';
import {
  authorizationRepository,
  type AuthorizationState,
  serviceIdentityIndexes,
  serviceIdentityRepository,
  type ServiceIdentityState,
} from '../adapters/mongo/service-identity.repository.ts';
import { signUpIndexes, signUpRepository, type SignUpState } from '../adapters/mongo/sign-up.repository.ts';
import { accountMessage } from '../adapters/nats/account.messages.ts';
import { withAudits } from '../adapters/nats/audit.messages.ts';
import { accountService } from '../adapters/nats/account.methods.ts';
import { stateSecrets } from '../adapters/node/state-secrets.ts';
import {
  type AccountRules,
  type AccountSurroundings,
  type AccountUseCases,
  accountUseCases,
} from '../app/accounts/use-cases.ts';
import { freshnessGuard } from '../app/reauthentication/assert-fresh.ts';
import type { Settings } from '../config.ts';
import { microsoftTokensOf, providersOf, showProviders, tenantsOf } from './service-providers.ts';

/** What accounts keep, among what the whole process keeps. */
export const accountCollections = (store: Store, offer: Offer) => ({
  signUps: aggregates<SignUpState>({ store, offer, collection: 'sign_ups', indexes: signUpIndexes }),
  passwords: aggregates<PasswordState>({ store, offer, collection: 'passwords', indexes: passwordIndexes }),
  passwordTries: aggregates<TriesState>({ store, offer, collection: 'password_tries' }),
  serviceIdentities: aggregates<ServiceIdentityState>({
    store,
    offer,
    collection: 'service_identities',
    indexes: serviceIdentityIndexes,
  }),
  authorizations: aggregates<AuthorizationState>({ store, offer, collection: 'authorizations' }),
});

type Collections = ReturnType<typeof accountCollections>;
type Identity = Process<Settings>;
type Rules = Pick<AccountRules, 'policy' | 'publicUrl'>;

/** Accounts and signing in through services: puts them together and opens them to calls. */
export async function openAccounts(
  process: Identity,
  kept: Collections,
  around: Omit<AccountSurroundings, 'assertFresh'>,
  rules: Rules,
) {
  const { settings, clock, bus, life, log, health } = process;
  const toMessage = withAudits(accountMessage(sealer(settings.SEALING_KEY), settings.PUBLIC_URL));
  const given = {
    signUps: signUpRepository({ signUps: kept.signUps, toMessage }),
    passwords: passwordRepository({ passwords: kept.passwords, toMessage }),
    tries: triesRepository(kept.passwordTries),
    identities: serviceIdentityRepository({ identities: kept.serviceIdentities, toMessage }),
    authorizations: authorizationRepository(kept.authorizations),
    hasher: passwordHasher(),
    leaked: leakedPasswords(),
    secrets: stateSecrets(settings.CODE_KEY),
    providers: providersOf(settings, clock),
    microsoft: microsoftTokensOf(settings, clock),
  };
  const hidesAccounts = settings.HIDE_ACCOUNT_EXISTENCE;
  const use = accountUseCases(
    given,
    { ...around, assertFresh: freshnessGuard(around) },
    { ...rules, hidesAccounts, tenants: tenantsOf(settings) },
  );
  showProviders(health, settings);
  await forgetWhatCameToNothing(process, kept, use);
  const calls = serve(bus, AccountService, accountService(use), {
    report: (error, method) => log.error({ error, method: method.name }, 'a call failed'),
  });
  await life.hold('account calls', calls, (held) => held.close());
  return use;
}

async function forgetWhatCameToNothing({ clock, life, log }: Identity, kept: Collections, use: AccountUseCases) {
  const report = (error: unknown): void => log.warn({ error }, 'something due could not be forgotten');
  const forgotten = [
    dueItems({ of: kept.signUps, clock, report, handle: use.forgetSignUp }),
    dueItems({ of: kept.passwordTries, clock, report, handle: use.forgetTries }),
    dueItems({ of: kept.serviceIdentities, clock, report, handle: use.forgetIdentity }),
    dueItems({ of: kept.authorizations, clock, report, handle: use.forgetAuthorization }),
  ];
  for (const due of forgotten) {
    await life.hold('due items', due, (held) => held.close());
    await life.hold('clock listener', clock.onMove(due.nudge), (stop) => stop());
  }
}
