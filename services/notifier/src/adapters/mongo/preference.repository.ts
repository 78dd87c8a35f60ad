import type { Envelope } from '@guildhall/messaging';
import type { Aggregates } from '@guildhall/mongo';
import type { PreferenceRepository } from '../../app/rules/ports.ts';
import type { Act } from '../../domain/act.ts';
import type { KeptPreferences, PreferencesFact } from '../../domain/rules/preferences.ts';

export const preferenceCollection = 'preferences';
export type PreferencesState = Omit<KeptPreferences, 'id' | 'version'>;

type Deps = Readonly<{
  preferences: Pick<Aggregates<PreferencesState>, 'find' | 'save'>;
  toEnvelope: (fact: PreferencesFact | Act) => Envelope;
}>;

/** What people and the organisation wish to be told. */
export const preferenceRepository = ({ preferences, toEnvelope }: Deps): PreferenceRepository => ({
  find: async (id) => {
    const found = await preferences.find(id);
    return found && { ...found.state, id: found.id, version: found.version };
  },
  save: ({ next, facts }) => {
    const { id, version, ...state } = next;
    return preferences.save({ id, version, state, messages: facts.map(toEnvelope) });
  },
});
