import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { AccountService, ConfirmStatus } from '@guildhall/contracts/identity/v1/accounts';
import type { Implementation } from '@guildhall/messaging';
import type { AccountUseCases } from '../../app/accounts/use-cases.ts';
import { serviceMethods } from './service-sign-in.methods.ts';
import { callerOf, personToProto, signedInToProto } from './vocabulary.ts';

/** Contract to use cases, for passwords; services have their own. */
export const accountService = (use: AccountUseCases): Implementation<typeof AccountService> => ({
  ...serviceMethods(use),
  signUp: async ({ email, password, firstName, lastName, timeZone, locale }) =>
    use.signUp({ email, password, firstName, lastName, timeZone, locale }),
  confirmAccount: async ({ token, browserSecret }, call) => {
    const { signedIn, next } = await use.confirm({ token, browserSecret, caller: callerOf(call) });
    const where = next === undefined ? {} : { next };
    if (!signedIn) return { status: ConfirmStatus.CONFIRMED, ...where };
    return { status: ConfirmStatus.SIGNED_IN, ...signedInToProto(signedIn), ...where };
  },
  logIn: async ({ email, password }, call) =>
    signedInToProto(await use.logIn({ email, password, caller: callerOf(call) })),
  requestPasswordReset: async ({ email }) => {
    await use.requestReset({ email });
    return {};
  },
  completePasswordReset: async ({ token, password }, call) => {
    await use.completeReset({ token, password, caller: callerOf(call) });
    return {};
  },
  changePassword: async ({ password, currentPassword }, call) => {
    const { person, session } = await use.changePassword({ password, currentPassword, caller: callerOf(call) });
    return { person: personToProto(person), ...(session && { session }) };
  },
  logOutEverywhere: async (_, call) => {
    await use.logOutEverywhere({ caller: callerOf(call) });
    return {};
  },
  exchangeMicrosoftToken: async ({ token }, call) => {
    const { person, accessToken, refreshToken, expiresAt } = await use.exchangeMicrosoft({
      token,
      caller: callerOf(call),
    });
    return { person: personToProto(person), accessToken, refreshToken, expiresAt: timestampFromDate(expiresAt) };
  },
});
