import type { Clock, Handler } from '@guildhall/kernel';
import { retryStale } from '@guildhall/kernel';
import type { Actor } from '../../domain/act.ts';
import { checkedPreferences } from '../../domain/rules/checked-preferences.ts';
import {
  keep,
  NO_PREFERENCES,
  ORGANISATION,
  type Preferences,
  type Wishes,
  wishesOf,
} from '../../domain/rules/preferences.ts';
import type { Recipients } from '../ports.ts';
import type { PreferenceRepository } from './ports.ts';

/** What somebody said, and what counts in the end. */
export type PreferencesSeen = Readonly<{ own: Preferences; wishes: Wishes }>;

type Deps = Readonly<{
  preferences: Pick<PreferenceRepository, 'find' | 'save'>;
  recipients: Pick<Recipients, 'find'>;
  clock: Clock;
}>;

/** Of a person, or of the organisation by its own name. A merged person's are the survivor's. */
export const readPreferencesHandler =
  ({ preferences, recipients }: Deps): Handler<string, PreferencesSeen> =>
  async (id) => {
    const recipient = id === ORGANISATION ? undefined : await recipients.find(id);
    const [own, organisation] = await Promise.all([
      preferences.find(recipient?.survivorId ?? id),
      preferences.find(ORGANISATION),
    ]);
    return { own: own ?? NO_PREFERENCES, wishes: wishesOf(own, organisation, recipient?.timeZone) };
  };

/** `by`: who does it, be it for themselves or for others. */
export type SetPreferences = Readonly<{ id: string; wanted: Preferences; by: Actor }>;

/** Replaces them as a whole; done for others it is recorded. Throws `notifier.invalid_preferences`. */
export const setPreferencesHandler =
  (deps: Deps): Handler<SetPreferences, PreferencesSeen> =>
  async ({ id, wanted, by }) => {
    const { preferences, recipients, clock } = deps;
    const checked = checkedPreferences(wanted);
    const recipient = id === ORGANISATION ? undefined : await recipients.find(id);
    const keptId = recipient?.survivorId ?? id;
    const isOwn = by.personId === id || by.personId === keptId;
    await retryStale(async () => {
      const known = await preferences.find(keptId);
      await preferences.save(keep(keptId, known, checked, clock.now(), isOwn ? undefined : by));
    });
    return readPreferencesHandler(deps)(id);
  };
