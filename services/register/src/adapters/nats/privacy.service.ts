import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { PrivacyService } from '@guildhall/contracts/register/v1/privacy';
import type { Handler } from '@guildhall/kernel';
import type { Implementation } from '@guildhall/messaging';
import type { SetPrivacyNotice, ShownNotice } from '../../app/privacy/privacy-notices.ts';
import { askerOf } from './asker.ts';

export type PrivacyHandlers = Readonly<{
  get: Handler<string, ShownNotice>;
  list: Handler<void, readonly ShownNotice[]>;
  set: Handler<SetPrivacyNotice, ShownNotice>;
}>;

/** The contract's methods in terms of the use cases. */
export const privacyService = ({ get, list, set }: PrivacyHandlers): Implementation<typeof PrivacyService> => ({
  getPrivacyNotice: async ({ language }) => noticeToProto(await get(language)),
  listPrivacyNotices: async () => ({ notices: (await list()).map(noticeToProto) }),
  setPrivacyNotice: async ({ language, text }, call) =>
    noticeToProto(await set({ language, text, by: { ...askerOf(call), via: 'admin' } })),
});

const noticeToProto = ({ since, ...notice }: ShownNotice) => ({
  ...notice,
  ...(since && { since: timestampFromDate(since) }),
});
