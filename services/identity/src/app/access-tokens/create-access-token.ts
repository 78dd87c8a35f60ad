import { type Clock, type Handler, type NewId, retryStale } from '@guildhall/kernel';
import { audited } from '../../domain/audit.ts';
import { rotateToken } from '../../domain/access-token.ts';
import { auditOf, personOf } from '../caller.ts';
import type { AccessTokens, Caller, Tokens } from '../ports.ts';

export type CreateAccessToken = Readonly<{ caller: Caller }>;
export type NewAccessToken = Readonly<{ token: string; url: string; expiresAt: Date }>;

type Deps = Readonly<{
  accessTokens: AccessTokens;
  tokens: Tokens;
  publicUrl: string;
  newId: NewId;
  clock: Clock;
}>;

/** Makes the caller's personal token, which is shown this once; an earlier one stops working. */
export const createAccessTokenHandler =
  ({ accessTokens, tokens, publicUrl, newId, clock }: Deps): Handler<CreateAccessToken, NewAccessToken> =>
  ({ caller }) =>
    retryStale(async () => {
      const personId = personOf(caller);
      const at = clock.now();
      const made = tokens.make();
      const current = await accessTokens.find(personId);
      const { next, facts } = rotateToken(current, { personId, tokenId: newId(), ...made }, at);
      const entry = auditOf(caller, 'access_token.created', personId, at);
      await accessTokens.save(next, [...facts, audited(next, entry)]);
      const url = `${publicUrl.replace(/\/+$/, '')}/t/${made.token}`;
      return { token: made.token, url, expiresAt: next.expiresAt };
    });
