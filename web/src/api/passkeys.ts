import type { PasskeyCredential, PasskeyRegistration, PasskeySignIn } from '@guildhall/client';

/** False where the browser knows no passkeys, or the page is not served securely. */
export const knowsPasskeys = (): boolean =>
  typeof PublicKeyCredential !== 'undefined' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

/** Has the device make a passkey. Rejects when the person changes their mind. */
export const makePasskey = async ({ options }: PasskeyRegistration): Promise<PasskeyCredential> =>
  written(
    await navigator.credentials.create({
      publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(
        options as unknown as PublicKeyCredentialCreationOptionsJSON,
      ),
    }),
  );

/** Has the device prove that it holds a passkey of ours. Rejects when the person changes their mind. */
export async function askPasskey({ options }: PasskeySignIn): Promise<PasskeyCredential> {
  await withdraw();
  return written(
    await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
  );
}

/** True where the browser offers passkeys at an input that is marked for it. */
export const offersPasskeys = async (): Promise<boolean> =>
  knowsPasskeys() &&
  'isConditionalMediationAvailable' in PublicKeyCredential &&
  (await PublicKeyCredential.isConditionalMediationAvailable());

let offer: Readonly<{ stop: () => void; over: Promise<unknown> }> | undefined;

/** A browser asks one question at a time: the one beside the input gives way. */
async function withdraw(): Promise<void> {
  offer?.stop();
  await offer?.over.catch(() => undefined);
}

/** Offers passkeys at the inputs that are marked `webauthn`; resolves once one is chosen, however long that takes. */
export async function offerPasskey({ options }: PasskeySignIn, signal: AbortSignal): Promise<PasskeyCredential> {
  await withdraw();
  const stopped = new AbortController();
  const over = navigator.credentials.get({
    publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
    mediation: 'conditional',
    signal: AbortSignal.any([signal, stopped.signal]),
  });
  offer = { stop: () => stopped.abort(), over };
  return written(await over);
}

function written(credential: Credential | null): PasskeyCredential {
  if (credential === null) throw new Error('the device gave no passkey');
  return (credential as PublicKeyCredential).toJSON();
}
