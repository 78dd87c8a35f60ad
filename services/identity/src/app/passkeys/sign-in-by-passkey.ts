import type { Handler, NewId } from '@guildhall/kernel';
import { credentialRefusals as refusals } from '../../domain/credential-refusals.ts';
import type { GivenCredential, RequestOptions, WebAuthn } from '../credential-ports.ts';
import type { Caller, People } from '../ports.ts';
import type { OpenSession, SignedIn } from '../sign-in/open-session.ts';
import type { ProveByPasskey } from './prove-by-passkey.ts';
import type { CeremonyRunner } from './run-ceremony.ts';
import type { Started } from './start-registration.ts';

export type SignInByPasskey = Readonly<{ ceremonyId: string; credential: GivenCredential; caller: Caller }>;

type Deps = Readonly<{
  people: People;
  proveByPasskey: ProveByPasskey;
  openSession: OpenSession;
  newId: NewId;
}>;

/** The same for everybody: the device knows whose passkeys it has. */
export const startPasskeySignInHandler =
  ({
    webAuthn,
    ceremony,
  }: Readonly<{ webAuthn: WebAuthn; ceremony: CeremonyRunner }>): Handler<void, Started<RequestOptions>> =>
  async () => {
    const { ceremonyId, challenge } = ceremony.start('sign-in', '');
    return { ceremonyId, options: await webAuthn.requestOptions(challenge) };
  };

export const signInByPasskeyHandler =
  ({ people, proveByPasskey, openSession, newId }: Deps): Handler<SignInByPasskey, SignedIn> =>
  async ({ ceremonyId, credential, caller }) => {
    const passkey = await proveByPasskey({ ceremonyId, credential });
    const person = await people.find(passkey.personId);
    if (!person) throw refusals.passkeyRefused();
    return openSession({ sessionId: newId(), person, caller, way: 'passkey', taken: refusals.ceremonyExpired });
  };
