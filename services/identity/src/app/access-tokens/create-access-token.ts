import type { Clock, Handler, NewId } from '@guildhall/kernel';
import { rotateToken } from '../../domain/access-token.ts';
import { auditOf, personOf } from '../caller.ts';
import type { AccessTokens, Audits, Caller, Tokens } from '../ports.ts';
import { retryStale } from '../retry-stale.ts';

export type CreateAccessToken = Readonly<{ caller: Caller }>;
export type NewAccessToken = Readonly<{ token: string; url: string; expiresAt: Date }>;

type Deps = Readonly<{
  accessTokens: AccessTokens;
  tokens: Tokens;
  audits: Audits;
  publicUrl: string;
  newId: NewId;
  clock: Clock;
}>;

/** Makes the caller's personal token, which is shown this once; an earlier one stops working. */
export const createAccessTokenHandler =
  ({ accessTokens, tokens, audits, publicUrl, newId, clock }: Deps): Handler<CreateAccessToken, NewAccessToken> =>
  ({ caller }) =>
    retryStale(async () => {
      const personId = personOf(caller);
      const at = clock.now();
      const made = tokens.make();
      const current = await accessTokens.find(personId);
      const { next, facts } = rotateToken(current, { personId, tokenId: newId(), ...made }, at);
      await accessTokens.save(next, facts);
      await audits.record([auditOf(caller, 'access_token.created', personId, at)]);
      const url = `${publicUrl.replace(/\/+$/, '')}/t/${made.token}`;
      return { token: made.token, url, expiresAt: next.expiresAt };
    });
