import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { CredentialService, PasskeyCredential } from '@guildhall/contracts/identity/v1/credentials';
import type { Implementation } from '@guildhall/messaging';
import type { CreationOptions, GivenCredential } from '../../app/credential-ports.ts';
import type { CredentialUseCases } from '../../app/credential-use-cases.ts';
import type { Passkey } from '../../domain/passkey.ts';
import { refusals } from '../../domain/refusals.ts';
import { callerOf, signedInToProto } from './vocabulary.ts';

type Names =
  | 'startPasskeyRegistration'
  | 'createPasskey'
  | 'listPasskeys'
  | 'renamePasskey'
  | 'removePasskey'
  | 'startPasskeySignIn'
  | 'finishPasskeySignIn';

export const passkeyMethods = (use: CredentialUseCases): Pick<Implementation<typeof CredentialService>, Names> => ({
  startPasskeyRegistration: async (_, call) => {
    const { ceremonyId, options } = await use.startPasskeyRegistration({ caller: callerOf(call) });
    return { ceremonyId, options: creationToProto(options) };
  },
  createPasskey: async ({ ceremonyId, credential, label }, call) => {
    const given = givenCredential(credential);
    return passkeyToProto(await use.createPasskey({ ceremonyId, credential: given, label, caller: callerOf(call) }));
  },
  listPasskeys: async (_, call) => ({
    passkeys: (await use.listPasskeys({ caller: callerOf(call) })).map(passkeyToProto),
  }),
  renamePasskey: async ({ passkeyId, label }, call) =>
    passkeyToProto(await use.renamePasskey({ passkeyId, label, caller: callerOf(call) })),
  removePasskey: async ({ passkeyId }, call) => {
    await use.removePasskey({ passkeyId, caller: callerOf(call) });
    return {};
  },
  startPasskeySignIn: async () => {
    const { ceremonyId, options } = await use.startPasskeySignIn();
    return { ceremonyId, options: { ...options } };
  },
  finishPasskeySignIn: async ({ ceremonyId, credential }, call) => {
    const given = givenCredential(credential);
    return signedInToProto(await use.signInByPasskey({ ceremonyId, credential: given, caller: callerOf(call) }));
  },
});

/** What the browser gave, with nothing in it that it left empty. */
export function givenCredential(credential: PasskeyCredential | undefined): GivenCredential {
  const { response } = credential ?? {};
  if (!credential || !response) throw refusals.invalidField('/credential', 'is required');
  const { clientDataJson: clientDataJSON, attestationObject, authenticatorData, signature, userHandle } = response;
  const texts = { attestationObject, authenticatorData, signature, userHandle };
  const given = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
  const { id, rawId, type } = credential;
  return {
    id,
    rawId,
    type,
    response: { clientDataJSON, ...given, transports: response.transports },
    clientExtensionResults: {},
  } as GivenCredential;
}

const creationToProto = ({ excludeCredentials = [], pubKeyCredParams, ...options }: CreationOptions) => ({
  ...options,
  pubKeyCredParams: pubKeyCredParams.map((one) => ({ ...one })),
  excludeCredentials: excludeCredentials.map(({ id, type, transports = [] }) => ({
    id,
    type,
    transports: [...transports],
  })),
});

const passkeyToProto = ({ id, label, createdAt, lastUsedAt, isBackedUp }: Passkey) => ({
  id,
  label,
  createdAt: timestampFromDate(createdAt),
  backedUp: isBackedUp,
  ...(lastUsedAt && { lastUsedAt: timestampFromDate(lastUsedAt) }),
});
