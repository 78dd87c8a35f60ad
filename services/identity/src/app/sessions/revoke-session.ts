import { type Clock, type Handler, retryStale } from '@guildhall/kernel';
import { audited } from '../../domain/audit.ts';
import { refusals } from '../../domain/refusals.ts';
import { revokeSession } from '../../domain/session.ts';
import { auditOf, personOf } from '../caller.ts';
import type { AppTokenEnder } from '../app-tokens/revoke-app-tokens.ts';
import type { Caller, Sessions } from '../ports.ts';

export type RevokeSession = Readonly<{ sessionId: string; caller: Caller }>;

type Deps = Readonly<{ sessions: Sessions; appTokenEnder: AppTokenEnder; clock: Clock }>;

/** Signs one of the caller's own devices out, a browser or an app; somebody else's is answered like one that never was. */
export const revokeSessionHandler =
  ({ sessions, appTokenEnder, clock }: Deps): Handler<RevokeSession> =>
  ({ sessionId, caller }) =>
    retryStale(async () => {
      const personId = personOf(caller);
      const at = clock.now();
      const current = await sessions.find(sessionId);
      const decision = current?.personId === personId ? revokeSession(current, at) : undefined;
      if (decision) {
        const { next, facts } = decision;
        return sessions.save(next, [...facts, audited(next, auditOf(caller, 'session.revoked', personId, at))]);
      }
      const entry = auditOf(caller, 'app_token.revoked', personId, at);
      if (!(await appTokenEnder.endOne(sessionId, personId, entry))) throw refusals.sessionNotFound();
    });
