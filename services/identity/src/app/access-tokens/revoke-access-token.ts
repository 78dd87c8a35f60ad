import type { Clock, Handler } from '@guildhall/kernel';
import { revokeToken } from '../../domain/access-token.ts';
import { auditOf, personOf } from '../caller.ts';
import type { AccessTokens, Audits, Caller } from '../ports.ts';
import { retryStale } from '../retry-stale.ts';

export type RevokeAccessToken = Readonly<{ caller: Caller }>;

type Deps = Readonly<{ accessTokens: AccessTokens; audits: Audits; clock: Clock }>;

/** Ends the caller's personal token; without one there is nothing to do. */
export const revokeAccessTokenHandler =
  ({ accessTokens, audits, clock }: Deps): Handler<RevokeAccessToken> =>
  ({ caller }) =>
    retryStale(async () => {
      const personId = personOf(caller);
      const at = clock.now();
      const current = await accessTokens.find(personId);
      const decision = current && revokeToken(current, at);
      if (!decision) return;
      await accessTokens.save(decision.next, decision.facts);
      await audits.record([auditOf(caller, 'access_token.revoked', personId, at)]);
    });
