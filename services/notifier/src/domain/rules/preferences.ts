import { act, type Act, type Actor } from '../act.ts';
import type { Category, Channel } from '../message.ts';
import type { DigestWindow } from './digest-window.ts';
import type { QuietSpan } from './quiet-hours.ts';

/** What somebody said about messages of a category on a channel; nothing where they left it as it was. */
export type Switches = Readonly<Partial<Record<Category, Readonly<Partial<Record<Channel, boolean>>>>>>;

/** What a person wishes, or the organisation for all who say nothing. */
export type Preferences = Readonly<{
  switches: Switches;
  /** Absent: as the organisation has it. Empty: never quiet. */
  quietHours?: readonly QuietSpan[];
  /** 'off' sends each message by itself; absent: as the organisation has it. */
  digests: Readonly<Partial<Record<Category, DigestWindow | 'off'>>>;
  timeZone?: string;
}>;

/** Somebody's preferences as they are kept; a person's id, `organisation`, or the mark of an address. */
export type KeptPreferences = Preferences & Readonly<{ id: string; version: number }>;

export type PreferencesFact = Readonly<{ type: 'preferences-changed'; preferences: KeptPreferences; at: Date }>;

export const ORGANISATION = 'organisation';

export const NO_PREFERENCES: Preferences = { switches: {}, digests: {} };

/** What counts in the end: a person's own word, else the organisation's. */
export type Wishes = Readonly<{
  wants(category: Category, channel: Channel): boolean;
  quietHours: readonly QuietSpan[];
  digestOf(category: Category): DigestWindow | undefined;
  timeZone: string;
}>;

/** `zone` is the one that identity knows of the person. */
export function wishesOf(own = NO_PREFERENCES, organisation = NO_PREFERENCES, zone?: string): Wishes {
  return {
    wants: (category, channel) =>
      own.switches[category]?.[channel] ?? organisation.switches[category]?.[channel] ?? true,
    quietHours: own.quietHours ?? organisation.quietHours ?? [],
    digestOf: (category) => {
      const window = own.digests[category] ?? organisation.digests[category] ?? 'off';
      return window === 'off' ? undefined : window;
    },
    timeZone: own.timeZone || zone || organisation.timeZone || 'UTC',
  };
}

/** The same with one category on one channel switched. */
export const switched = (
  preferences: Preferences,
  category: Category,
  channel: Channel,
  isOn: boolean,
): Preferences => ({
  ...preferences,
  switches: {
    ...preferences.switches,
    [category]: { ...preferences.switches[category], [channel]: isOn },
  },
});

export type KeepingPreferences = Readonly<{ next: KeptPreferences; facts: readonly (PreferencesFact | Act)[] }>;

/** The next version of what is kept. `by` is who does it for others: that is recorded. */
export const keep = (
  id: string,
  known: KeptPreferences | undefined,
  wanted: Preferences,
  at: Date,
  by?: Actor,
): KeepingPreferences => {
  const preferences: KeptPreferences = { ...wanted, id, version: (known?.version ?? 0) + 1 };
  const changed: PreferencesFact = { type: 'preferences-changed', preferences, at };
  return { next: preferences, facts: by ? [changed, actOf(preferences, by, at)] : [changed] };
};

const actOf = (kept: KeptPreferences, by: Actor, at: Date): Act =>
  kept.id === ORGANISATION
    ? act(kept, 'notifications.defaults_changed', { by, at })
    : act(kept, 'notifications.preferences_changed', { by, at, subjectId: kept.id });
