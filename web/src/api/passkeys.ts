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
export const askPasskey = async ({ options }: PasskeySignIn): Promise<PasskeyCredential> =>
  written(
    await navigator.credentials.get({
      publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
    }),
  );

function written(credential: Credential | null): PasskeyCredential {
  if (credential === null) throw new Error('the device gave no passkey');
  return (credential as PublicKeyCredential).toJSON();
}
