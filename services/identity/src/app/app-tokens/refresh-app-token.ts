import { type Clock, type Handler, type NewId, retryStale } from '@guildhall/kernel';
import { audited } from '../../domain/audit.ts';
import { type AppTokens as Family, isAlive, revokeAppTokens, rotateAppTokens } from '../../domain/app-token.ts';
import { credentialRefusals as refusals } from '../../domain/credential-refusals.ts';
import { mayEnter } from '../../domain/person.ts';
import { auditOf } from '../caller.ts';
import type { AppTokens, SignedTokens } from '../credential-ports.ts';
import type { Caller, People, Tokens } from '../ports.ts';
import { pairOf, type TokenPair } from './issue-app-tokens.ts';

export type RefreshAppToken = Readonly<{ refreshToken: string; caller: Caller }>;

type Deps = Readonly<{
  appTokens: AppTokens;
  people: People;
  tokens: Tokens;
  signedTokens: SignedTokens;
  newId: NewId;
  clock: Clock;
}>;

/** The next pair. A refresh token works once: of two who use the same, the later one ends the family. */
export const refreshAppTokenHandler = (deps: Deps): Handler<RefreshAppToken, TokenPair> => {
  const { appTokens, people, tokens, newId, clock } = deps;
  return ({ refreshToken, caller }) =>
    retryStale(async () => {
      const at = clock.now();
      const [id = '', common = '', own = ''] = refreshToken.split('.');
      const current = await appTokens.find(id);
      // Who knows not even what the family has in common has guessed, and ends nothing by it.
      if (!current || current.familyHash !== tokens.hash(common) || !isAlive(current, at)) {
        throw refusals.refreshTokenUnusable();
      }
      if (current.refreshHash !== tokens.hash(own)) return endFamily(deps, current, caller, at);
      const person = await people.find(current.personId);
      if (!person || !mayEnter(person, current.createdAt)) throw refusals.refreshTokenUnusable();
      const [made, tokenId] = [tokens.make(), newId()];
      const next = rotateAppTokens(current, made.tokenHash, tokenId, at);
      await appTokens.save(next, []);
      return pairOf(deps, next, { tokenId, refreshToken: `${id}.${common}.${made.token}` }, at);
    });
};

async function endFamily({ appTokens }: Deps, current: Family, caller: Caller, at: Date): Promise<never> {
  const decision = revokeAppTokens(current, at);
  if (decision) {
    const entry = auditOf(caller, 'app_token.reused', current.personId, at, 'token');
    await appTokens.save(decision.next, [...decision.facts, audited(decision.next, entry)]);
  }
  throw refusals.refreshTokenUnusable();
}
