import type { Clock } from '@guildhall/kernel';
import { credentialRefusals as refusals } from '../../domain/credential-refusals.ts';
import { type Passkey, usePasskey } from '../../domain/passkey.ts';
import type { GivenCredential, Passkeys, WebAuthn } from '../credential-ports.ts';
import type { CeremonyRunner } from './run-ceremony.ts';

export type PasskeyProof = Readonly<{
  ceremonyId: string;
  credential: GivenCredential;
}>;

type Deps = Readonly<{ passkeys: Passkeys; webAuthn: WebAuthn; ceremony: CeremonyRunner; clock: Clock }>;

export type ProveByPasskey = (proof: PasskeyProof) => Promise<Passkey>;

/** The passkey that signed the challenge. One that is unknown is refused as one that signs wrongly. */
export const passkeyProver =
  ({ passkeys, webAuthn, ceremony, clock }: Deps): ProveByPasskey =>
  async ({ ceremonyId, credential }) => {
    const opened = ceremony.open(ceremonyId, 'sign-in', '');
    const current = await passkeys.findByCredential(credential.id);
    if (!current) throw refusals.passkeyRefused();
    const { counter, isBackedUp } = await webAuthn.verifyProof(credential, opened.challenge, current);
    await ceremony.useUp(opened);
    const used = usePasskey(current, counter, isBackedUp, clock.now());
    await passkeys.save(used, []);
    return used;
  };
