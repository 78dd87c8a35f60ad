import type { PreferenceService } from '@guildhall/contracts/notifier/v1/preferences';
import { AppError, type Handler } from '@guildhall/kernel';
import type { Call, Implementation } from '@guildhall/messaging';
import type { ListSuppressions } from '../../app/rules/ports.ts';
import type { PreferencesSeen, SetPreferences } from '../../app/rules/preferences.ts';
import type { LiftSuppression } from '../../app/rules/suppressions.ts';
import type { MailSubscription, UseUnsubscribeLink } from '../../app/rules/unsubscribe.ts';
import { ORGANISATION } from '../../domain/rules/preferences.ts';
import { categories, channels } from './names.ts';
import { fromProto, suppressionTo, viewOf } from './preference.mapping.ts';

const DEFAULT_PAGE = 50;
const ONE_CLICK = 'List-Unsubscribe=One-Click';

export type PreferenceHandlers = Readonly<{
  read: Handler<string, PreferencesSeen>;
  set: Handler<SetPreferences, PreferencesSeen>;
  readLink: Handler<string, MailSubscription>;
  useLink: Handler<UseUnsubscribeLink, MailSubscription>;
  listSuppressions: ListSuppressions;
  liftSuppression: Handler<LiftSuppression>;
}>;

export const preferenceService = (handlers: PreferenceHandlers): Implementation<typeof PreferenceService> => {
  const read = async (id: string) => viewOf(await handlers.read(id));
  const set = async (id: string, preferences: Parameters<typeof fromProto>[0] | undefined) =>
    viewOf(await handlers.set({ id, wanted: fromProto(preferences!) }));
  return {
    getMyPreferences: (_, call) => read(callerOf(call)),
    setMyPreferences: ({ preferences }, call) => set(callerOf(call), preferences),
    getPersonPreferences: ({ personId }) => read(personId),
    setPersonPreferences: ({ personId, preferences }) => set(personId, preferences),
    getDefaultPreferences: () => read(ORGANISATION),
    setDefaultPreferences: ({ preferences }) => set(ORGANISATION, preferences),

    readUnsubscribeLink: async ({ token }) => toProto(await handlers.readLink(token)),
    useUnsubscribeLink: async ({ token, unsubscribe }) =>
      toProto(await handlers.useLink({ token, isSubscribed: !unsubscribe })),
    unsubscribeByOneClick: async ({ token, form }) => {
      // Whatever only follows links has no such form.
      if (
        !Buffer.from(form?.data ?? [])
          .toString()
          .includes(ONE_CLICK)
      ) {
        throw new AppError('malformed', 'notifier.not_one_click', `A form with ${ONE_CLICK} is expected.`);
      }
      await handlers.useLink({ token, isSubscribed: false });
      return {};
    },

    listSuppressions: async ({ channel, to, pageSize, pageToken }) => {
      const page = await handlers.listSuppressions({
        channel: channels.fromProto(channel),
        to: to || undefined,
        limit: pageSize || DEFAULT_PAGE,
        after: pageToken || undefined,
      });
      return { suppressions: page.suppressions.map(suppressionTo), ...(page.next && { nextPageToken: page.next }) };
    },
    liftSuppression: async ({ suppressionId: id }, call) => {
      await handlers.liftSuppression({ id, by: callerOf(call) });
      return {};
    },
  };
};

const callerOf = ({ principal }: Call): string => principal.personId;

const toProto = ({ category, isSubscribed }: MailSubscription) => ({
  category: categories.toProto(category),
  subscribed: isSubscribed,
});
