import type { DigestWindow, NotificationPreferences, NotificationPreferencesView, QuietSpan } from '@guildhall/client';

export type Category = DigestWindow['category'];
export type Channel = NotificationPreferences['switches'][number]['channel'];

/** Channels that a person has contacts of; a channel of Slack is nobody's. */
export const ownChannels = ['email', 'sms', 'push', 'inbox'] as const satisfies readonly Channel[];

/** What may be switched, in the order of the contract. */
export const openCategories = ({ effective }: NotificationPreferencesView): readonly Category[] => [
  ...new Set(effective.switches.map(({ category }) => category)),
];

export const isOn = ({ effective }: NotificationPreferencesView, category: Category, channel: Channel): boolean =>
  effective.switches.find((one) => one.category === category && one.channel === channel)?.enabled ?? true;

export const windowOf = ({ effective }: NotificationPreferencesView, category: Category): DigestWindow =>
  effective.digests.find((one) => one.category === category) ?? { category, every: 'off', at: '', weekday: 0 };

export function withSwitch(
  own: NotificationPreferences,
  category: Category,
  channel: Channel,
  enabled: boolean,
): NotificationPreferences {
  const others = own.switches.filter((one) => one.category !== category || one.channel !== channel);
  return { ...own, switches: [...others, { category, channel, enabled }] };
}

const MORNING = '08:00';
const MONDAY = 1;

/** A window that is complete, whatever it was before. */
export function withWindow(own: NotificationPreferences, window: DigestWindow): NotificationPreferences {
  const { category, every } = window;
  const at = every === 'day' || every === 'week' ? window.at || MORNING : '';
  const weekday = every === 'week' ? window.weekday || MONDAY : 0;
  const others = own.digests.filter((one) => one.category !== category);
  return { ...own, digests: [...others, { category, every, at, weekday }] };
}

export const withQuiet = (own: NotificationPreferences, spans: readonly QuietSpan[]): NotificationPreferences => ({
  ...own,
  quietHours: { spans },
});
