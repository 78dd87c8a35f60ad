import type { Clock, Handler } from '@guildhall/kernel';
import { refusals } from '../../domain/refusals.ts';
import { revokeSession } from '../../domain/session.ts';
import { auditOf, personOf } from '../caller.ts';
import type { AppTokenEnder } from '../app-tokens/revoke-app-tokens.ts';
import type { Audits, Caller, Sessions } from '../ports.ts';
import { retryStale } from '../retry-stale.ts';

export type RevokeSession = Readonly<{ sessionId: string; caller: Caller }>;

type Deps = Readonly<{ sessions: Sessions; appTokenEnder: AppTokenEnder; audits: Audits; clock: Clock }>;

/** Signs one of the caller's own devices out, a browser or an app; somebody else's is answered like one that never was. */
export const revokeSessionHandler =
  ({ sessions, appTokenEnder, audits, clock }: Deps): Handler<RevokeSession> =>
  ({ sessionId, caller }) =>
    retryStale(async () => {
      const personId = personOf(caller);
      const at = clock.now();
      const current = await sessions.find(sessionId);
      const decision = current?.personId === personId ? revokeSession(current, at) : undefined;
      if (decision) await sessions.save(decision.next, decision.facts);
      const isApp = !decision && (await appTokenEnder.endOne(sessionId, personId));
      if (!decision && !isApp) throw refusals.sessionNotFound();
      await audits.record([auditOf(caller, isApp ? 'app_token.revoked' : 'session.revoked', personId, at)]);
    });
