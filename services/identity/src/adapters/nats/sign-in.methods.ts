import { IdentityService, VerifyStatus } from '@guildhall/contracts/identity/v1/service';
import type { Handler } from '@guildhall/kernel';
import type { Implementation } from '@guildhall/messaging';
import type { ChallengeView, CreateChallenge } from '../../app/sign-in/create-challenge.ts';
import type { GetChallenge } from '../../app/sign-in/get-challenge.ts';
import type { SignedIn } from '../../app/sign-in/open-session.ts';
import type { RedeemAccessToken } from '../../app/sign-in/redeem-access-token.ts';
import type { Register } from '../../app/sign-in/register.ts';
import type { Verified, VerifyChallenge } from '../../app/sign-in/verify-challenge.ts';
import type { Method } from '../../domain/contact.ts';
import { callerOf, challengeToProto, methodOf, methodToProto, signedInToProto } from './vocabulary.ts';

export type SignInHandlers = Readonly<{
  offered: readonly Method[];
  createChallenge: Handler<CreateChallenge, ChallengeView>;
  getChallenge: Handler<GetChallenge, ChallengeView>;
  verifyChallenge: Handler<VerifyChallenge, Verified>;
  register: Handler<Register, SignedIn>;
  redeemAccessToken: Handler<RedeemAccessToken, SignedIn>;
}>;

type Names = 'listMethods' | 'createChallenge' | 'getChallenge' | 'verifyChallenge' | 'register' | 'redeemAccessToken';

const labels: Readonly<Record<Method, string>> = { email: 'E-mail', sms: 'Text message', push: 'The app' };

export const signInMethods = (use: SignInHandlers): Pick<Implementation<typeof IdentityService>, Names> => ({
  listMethods: async () => ({
    methods: use.offered.map((method) => ({ method: methodToProto(method), label: labels[method] })),
  }),
  createChallenge: async ({ method, value }) =>
    challengeToProto(await use.createChallenge({ method: methodOf(method), value })),
  getChallenge: async ({ challengeId }) => challengeToProto(await use.getChallenge({ challengeId })),
  verifyChallenge: async ({ challengeId, code }, call) =>
    verifiedToProto(await use.verifyChallenge({ challengeId, code, caller: callerOf(call) })),
  register: async ({ registrationToken, firstName, lastName }, call) =>
    signedInToProto(await use.register({ registrationToken, firstName, lastName, caller: callerOf(call) })),
  redeemAccessToken: async ({ token }, call) =>
    signedInToProto(await use.redeemAccessToken({ token, caller: callerOf(call) })),
});

const verifiedToProto = (verified: Verified) =>
  verified.status === 'signed-in'
    ? { status: VerifyStatus.SIGNED_IN, ...signedInToProto(verified) }
    : { status: VerifyStatus.NEEDS_NAME, registrationToken: verified.registrationToken };
