import { type Clock, type Handler, retryStale } from '@guildhall/kernel';
import { audited } from '../../domain/audit.ts';
import { revokeToken } from '../../domain/access-token.ts';
import { auditOf, personOf } from '../caller.ts';
import type { AccessTokens, Caller } from '../ports.ts';

export type RevokeAccessToken = Readonly<{ caller: Caller }>;

type Deps = Readonly<{ accessTokens: AccessTokens; clock: Clock }>;

/** Ends the caller's personal token; without one there is nothing to do. */
export const revokeAccessTokenHandler =
  ({ accessTokens, clock }: Deps): Handler<RevokeAccessToken> =>
  ({ caller }) =>
    retryStale(async () => {
      const personId = personOf(caller);
      const at = clock.now();
      const current = await accessTokens.find(personId);
      const decision = current && revokeToken(current, at);
      if (!decision) return;
      const { next, facts } = decision;
      const entry = auditOf(caller, 'access_token.revoked', personId, at);
      await accessTokens.save(next, [...facts, audited(next, entry)]);
    });
