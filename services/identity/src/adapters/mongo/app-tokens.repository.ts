import type { Envelope } from '@guildhall/messaging';
import type { Aggregates, IndexSpec } from '@guildhall/mongo';
import type { AppTokens } from '../../app/credential-ports.ts';
import type { Audited } from '../../domain/audit.ts';
import { type AppTokenFact, type AppTokens as Family, appTokensRemovableAt } from '../../domain/app-token.ts';
import { findAll, findById } from './documents.ts';

export type AppTokensState = Omit<Family, 'id' | 'version'>;

export const appTokensIndexes: readonly IndexSpec[] = [
  // ListSessions, and ending all of a person.
  { name: 'app_tokens_of_person', keys: { 'state.personId': 1 } },
];

type Deps = Readonly<{ appTokens: Aggregates<AppTokensState>; toMessage: (fact: AppTokenFact | Audited) => Envelope }>;

export const appTokensRepository = ({ appTokens, toMessage }: Deps): AppTokens => ({
  find: (id) => findById(appTokens, id),
  ofPerson: (personId) => findAll(appTokens, { 'state.personId': personId }),
  save: async (family, facts) => {
    const { id, version, ...state } = family;
    const dueAt = appTokensRemovableAt(family);
    await appTokens.save({ id, version, state, messages: facts.map(toMessage), dueAt });
  },
  remove: ({ id, version }) => appTokens.remove(id, version),
});
