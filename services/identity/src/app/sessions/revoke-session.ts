import type { Clock, Handler } from '@guildhall/kernel';
import { refusals } from '../../domain/refusals.ts';
import { revokeSession } from '../../domain/session.ts';
import { auditOf, personOf } from '../caller.ts';
import type { Audits, Caller, Sessions } from '../ports.ts';
import { retryStale } from '../retry-stale.ts';

export type RevokeSession = Readonly<{ sessionId: string; caller: Caller }>;

type Deps = Readonly<{ sessions: Sessions; audits: Audits; clock: Clock }>;

/** Ends one of the caller's own sessions; somebody else's is answered like one that never was. */
export const revokeSessionHandler =
  ({ sessions, audits, clock }: Deps): Handler<RevokeSession> =>
  ({ sessionId, caller }) =>
    retryStale(async () => {
      const personId = personOf(caller);
      const at = clock.now();
      const current = await sessions.find(sessionId);
      const decision = current?.personId === personId ? revokeSession(current, at) : undefined;
      if (!decision) throw refusals.sessionNotFound();
      await sessions.save(decision.next, decision.facts);
      await audits.record([auditOf(caller, 'session.revoked', personId, at)]);
    });
