import type { Envelope } from '@guildhall/messaging';
import type { Aggregates, IndexSpec } from '@guildhall/mongo';
import type { AccessTokens } from '../../app/ports.ts';
import type { Audited } from '../../domain/audit.ts';
import type { AccessToken, AccessTokenFact } from '../../domain/access-token.ts';
import { findById, findOne } from './documents.ts';

export type AccessTokenState = Omit<AccessToken, 'id' | 'version'>;

export const accessTokenIndexes: readonly IndexSpec[] = [
  // ResolveCredential, RedeemAccessToken: whose token this is. One per person follows from the id.
  { name: 'one_person_per_token', keys: { 'state.tokenHash': 1 }, unique: true },
];

type Deps = Readonly<{
  tokens: Aggregates<AccessTokenState>;
  toMessage: (fact: AccessTokenFact | Audited) => Envelope;
}>;

export const accessTokenRepository = ({ tokens, toMessage }: Deps): AccessTokens => ({
  find: (personId) => findById(tokens, personId),
  findByToken: (tokenHash) => findOne(tokens, { 'state.tokenHash': tokenHash }),
  save: async ({ id, version, ...state }, facts) => {
    await tokens.save({ id, version, state, messages: facts.map(toMessage) });
  },
});
