import { AppError, type Clock, type Handler, retryStale } from '@guildhall/kernel';
import type { Category } from '../../domain/message.ts';
import { keep, NO_PREFERENCES, ORGANISATION, switched, wishesOf } from '../../domain/rules/preferences.ts';
import type { Recipients } from '../ports.ts';
import type { PreferenceRepository } from './ports.ts';

/** Whose mails of which category; a person's id or the mark of an address. */
export type UnsubscribeClaim = Readonly<{ id: string; isPerson: boolean; category: Category }>;

/** Tokens of unsubscribe links: nobody can make, change or read one without the key. They are good for ever. */
export interface UnsubscribeTokens {
  make(claim: UnsubscribeClaim): string;
  /** Undefined for what is none of ours. */
  read(token: string): UnsubscribeClaim | undefined;
}

export type MailSubscription = Readonly<{ category: Category; isSubscribed: boolean }>;

type Deps = Readonly<{
  preferences: Pick<PreferenceRepository, 'find' | 'save'>;
  recipients: Pick<Recipients, 'find'>;
  tokens: Pick<UnsubscribeTokens, 'read'>;
  clock: Clock;
}>;

/** What a link is about. Changes nothing. Throws `notifier.link_unusable`. */
export const readUnsubscribeLinkHandler =
  (deps: Deps): Handler<string, MailSubscription> =>
  async (token) => {
    const { id, zone, category } = await claimOf(deps, token);
    const [own, organisation] = await Promise.all([deps.preferences.find(id), deps.preferences.find(ORGANISATION)]);
    return { category, isSubscribed: wishesOf(own, organisation, zone).wants(category, 'email') };
  };

export type UseUnsubscribeLink = Readonly<{ token: string; isSubscribed: boolean }>;

/** Switches mails of the link's category off or on; a repeat changes nothing. Throws `notifier.link_unusable`. */
export const useUnsubscribeLinkHandler =
  (deps: Deps): Handler<UseUnsubscribeLink, MailSubscription> =>
  async ({ token, isSubscribed }) => {
    const { preferences, clock } = deps;
    const { id, category } = await claimOf(deps, token);
    await retryStale(async () => {
      const known = await preferences.find(id);
      if (known?.switches[category]?.email === isSubscribed) return;
      const wanted = switched(known ?? NO_PREFERENCES, category, 'email', isSubscribed);
      await preferences.save(keep(id, known, wanted, clock.now()));
    });
    return { category, isSubscribed };
  };

async function claimOf({ tokens, recipients }: Deps, token: string) {
  const claim = tokens.read(token);
  if (!claim) throw new AppError('gone', 'notifier.link_unusable', 'This link is not one of ours.');
  const { id, isPerson, category } = claim;
  const recipient = isPerson ? await recipients.find(id) : undefined;
  return { id: recipient?.survivorId ?? id, zone: recipient?.timeZone, category };
}
