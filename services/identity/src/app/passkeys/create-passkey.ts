import type { Clock, Handler, NewId } from '@guildhall/kernel';
import { audited } from '../../domain/audit.ts';
import { credentialRefusals } from '../../domain/credential-refusals.ts';
import { deviceOf } from '../../domain/device.ts';
import { mostPasskeys, type Passkey } from '../../domain/passkey.ts';
import { auditOf, personOf } from '../caller.ts';
import type { GivenCredential, Passkeys, WebAuthn } from '../credential-ports.ts';
import type { Caller } from '../ports.ts';
import type { CeremonyRunner } from './run-ceremony.ts';

export type CreatePasskey = Readonly<{
  ceremonyId: string;
  credential: GivenCredential;
  label: string;
  caller: Caller;
}>;

type Deps = Readonly<{
  passkeys: Passkeys;
  webAuthn: WebAuthn;
  ceremony: CeremonyRunner;
  newId: NewId;
  clock: Clock;
}>;

export const createPasskeyHandler =
  ({ passkeys, webAuthn, ceremony, newId, clock }: Deps): Handler<CreatePasskey, Passkey> =>
  async ({ ceremonyId, credential, label, caller }) => {
    const personId = personOf(caller);
    const opened = ceremony.open(ceremonyId, 'registration', personId);
    const made = await webAuthn.verifyCreation(credential, opened.challenge);
    if ((await passkeys.ofPerson(personId)).length >= mostPasskeys) throw credentialRefusals.tooManyPasskeys();
    await ceremony.useUp(opened);
    const at = clock.now();
    const named = label.trim() === '' ? deviceOf(caller.userAgent) : label.trim();
    const passkey: Passkey = { id: newId(), version: 1, personId, ...made, label: named, createdAt: at };
    await passkeys.save(passkey, [audited(passkey, auditOf(caller, 'passkey.created', personId, at))]);
    return passkey;
  };
