import type { Handler } from '@guildhall/kernel';
import { credentialRefusals } from '../../domain/credential-refusals.ts';
import { mostPasskeys } from '../../domain/passkey.ts';
import { refusals } from '../../domain/refusals.ts';
import { personOf } from '../caller.ts';
import type { CreationOptions, Passkeys, WebAuthn } from '../credential-ports.ts';
import type { Caller, People } from '../ports.ts';
import type { CeremonyRunner } from './run-ceremony.ts';

export type StartRegistration = Readonly<{ caller: Caller }>;
export type Started<Options> = Readonly<{ ceremonyId: string; options: Options }>;

type Deps = Readonly<{ passkeys: Passkeys; people: People; webAuthn: WebAuthn; ceremony: CeremonyRunner }>;

/** What the browser needs to make a passkey for the caller. */
export const startRegistrationHandler =
  ({ passkeys, people, webAuthn, ceremony }: Deps): Handler<StartRegistration, Started<CreationOptions>> =>
  async ({ caller }) => {
    const person = await people.find(personOf(caller));
    if (!person) throw refusals.personNotFound();
    const own = await passkeys.ofPerson(person.id);
    if (own.length >= mostPasskeys) throw credentialRefusals.tooManyPasskeys();
    const { ceremonyId, challenge } = ceremony.start('registration', person.id);
    return { ceremonyId, options: await webAuthn.creationOptions(person, own, challenge) };
  };
