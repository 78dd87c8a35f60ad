import { type Clock, retryStale } from '@guildhall/kernel';
import { forgetSignUpAt } from '../../domain/accounts/sign-up.ts';
import { forgetTriesAt } from '../../domain/accounts/tries.ts';
import { forgetIdentityAt } from '../../domain/oidc/service-identity.ts';
import type { Authorizations, ServiceIdentities } from '../oidc/ports.ts';
import type { PasswordTries, SignUps } from './ports.ts';

type Kept<Entity> = Readonly<{
  find(id: string): Promise<Entity | undefined>;
  remove(entity: Entity): Promise<void>;
}>;
type Deps = Readonly<{
  signUps: SignUps;
  tries: PasswordTries;
  identities: ServiceIdentities;
  authorizations: Authorizations;
  clock: Clock;
}>;

/** What came to nothing is forgotten when nothing can come of it any more. */
export function forgetters({ signUps, tries, identities, authorizations, clock }: Deps) {
  const forgetter =
    <Entity>(kept: Kept<Entity>, dueAt: (entity: Entity) => Date | undefined) =>
    (id: string): Promise<void> =>
      retryStale(async () => {
        const current = await kept.find(id);
        const due = current && dueAt(current);
        if (current && due && due <= clock.now()) await kept.remove(current);
      });
  return {
    forgetSignUp: forgetter(signUps, forgetSignUpAt),
    forgetTries: forgetter(tries, forgetTriesAt),
    forgetIdentity: forgetter(identities, forgetIdentityAt),
    forgetAuthorization: forgetter(authorizations, ({ expiresAt }) => expiresAt),
  };
}
