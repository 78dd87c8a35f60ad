import type { PreferenceService } from '@guildhall/contracts/notifier/v1/preferences';
import { AppError, type Handler } from '@guildhall/kernel';
import type { Call, Implementation } from '@guildhall/messaging';
import type { ListSuppressions } from '../../app/rules/ports.ts';
import type { PreferencesSeen, SetPreferences } from '../../app/rules/preferences.ts';
import type { AddSuppression, LiftSuppression } from '../../app/rules/suppressions.ts';
import type { MailSubscription, UseUnsubscribeLink } from '../../app/rules/unsubscribe.ts';
import type { Actor } from '../../domain/act.ts';
import { ORGANISATION } from '../../domain/rules/preferences.ts';
import type { Suppression } from '../../domain/rules/suppression.ts';
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
  addSuppression: Handler<AddSuppression, Suppression>;
  liftSuppression: Handler<LiftSuppression>;
}>;

export const preferenceService = (handlers: PreferenceHandlers): Implementation<typeof PreferenceService> => {
  const read = async (id: string) => viewOf(await handlers.read(id));
  const set = async (id: string, preferences: Parameters<typeof fromProto>[0] | undefined, call: Call) =>
    viewOf(await handlers.set({ id, wanted: fromProto(preferences!), by: actorOf(call) }));
  return {
    getMyPreferences: (_, call) => read(callerOf(call)),
    setMyPreferences: ({ preferences }, call) => set(callerOf(call), preferences, call),
    getPersonPreferences: ({ personId }) => read(personId),
    setPersonPreferences: ({ personId, preferences }, call) => set(personId, preferences, call),
    getDefaultPreferences: () => read(ORGANISATION),
    setDefaultPreferences: ({ preferences }, call) => set(ORGANISATION, preferences, call),

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

    ...suppressionMethods(handlers),
  };
};

type SuppressionHandlers = Pick<PreferenceHandlers, 'listSuppressions' | 'addSuppression' | 'liftSuppression'>;

const suppressionMethods = (handlers: SuppressionHandlers) =>
  ({
    listSuppressions: async ({ channel, to, pageSize, pageToken }) => {
      const page = await handlers.listSuppressions({
        channel: channels.fromProto(channel),
        to: to || undefined,
        limit: pageSize || DEFAULT_PAGE,
        after: pageToken || undefined,
      });
      return { suppressions: page.suppressions.map(suppressionTo), ...(page.next && { nextPageToken: page.next }) };
    },
    addSuppression: async ({ channel, to }, call) =>
      suppressionTo(
        await handlers.addSuppression({ channel: channels.fromProto(channel) ?? 'email', to, by: actorOf(call) }),
      ),
    liftSuppression: async ({ suppressionId: id }, call) => {
      await handlers.liftSuppression({ id, by: actorOf(call) });
      return {};
    },
  }) satisfies Partial<Implementation<typeof PreferenceService>>;

const callerOf = ({ principal }: Call): string => principal.personId;

const actorOf = ({ principal, client: { ip, userAgent } }: Call): Actor => ({
  personId: principal.personId,
  ip,
  userAgent,
});

const toProto = ({ category, isSubscribed }: MailSubscription) => ({
  category: categories.toProto(category),
  subscribed: isSubscribed,
});
