import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { CredentialService, ReauthenticateRequest } from '@guildhall/contracts/identity/v1/credentials';
import type { Implementation } from '@guildhall/messaging';
import type { TokenPair } from '../../app/app-tokens/issue-app-tokens.ts';
import type { CredentialUseCases } from '../../app/credential-use-cases.ts';
import type { Proof } from '../../app/reauthentication/reauthenticate.ts';
import { refusals } from '../../domain/refusals.ts';
import { givenCredential } from './passkey.methods.ts';
import { callerOf, challengeToProto } from './vocabulary.ts';

type Names = 'createAppToken' | 'refreshAppToken' | 'startReauthentication' | 'reauthenticate' | 'assertFresh';

export const appTokenMethods = (
  use: Pick<CredentialUseCases, Names>,
): Pick<Implementation<typeof CredentialService>, Names> => ({
  createAppToken: async ({ device }, call) => pairToProto(await use.createAppToken({ device, caller: callerOf(call) })),
  refreshAppToken: async ({ refreshToken }, call) =>
    pairToProto(await use.refreshAppToken({ refreshToken, caller: callerOf(call) })),
  startReauthentication: async (_, call) =>
    challengeToProto(await use.startReauthentication({ caller: callerOf(call) })),
  assertFresh: async (_, call) => {
    await use.assertFresh(callerOf(call));
    return {};
  },
  reauthenticate: async ({ proof }, call) => ({
    freshUntil: timestampFromDate(await use.reauthenticate({ proof: proofOf(proof), caller: callerOf(call) })),
  }),
});

const pairToProto = ({ accessToken, refreshToken, expiresAt, refreshExpiresAt }: TokenPair) => ({
  accessToken,
  refreshToken,
  expiresAt: timestampFromDate(expiresAt),
  refreshExpiresAt: timestampFromDate(refreshExpiresAt),
});

function proofOf(proof: ReauthenticateRequest['proof']): Proof {
  switch (proof.case) {
    case 'code':
      return { kind: 'code', challengeId: proof.value.challengeId, code: proof.value.code };
    case 'password':
      return { kind: 'password', password: proof.value.password };
    case 'passkey':
      return {
        kind: 'passkey',
        ceremonyId: proof.value.ceremonyId,
        credential: givenCredential(proof.value.credential),
      };
    default:
      throw refusals.invalidField('', 'must have a code, a password or a passkey');
  }
}
