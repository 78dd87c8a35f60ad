import { type Clock, type Handler, retryStale } from '@guildhall/kernel';
import { removableAt } from '../../domain/session.ts';
import type { Sessions } from '../ports.ts';

export type ForgetSession = Readonly<{ sessionId: string }>;

type Deps = Readonly<{ sessions: Sessions; clock: Clock }>;

/** Removes what is left of a session some days after it ended. */
export const forgetSessionHandler =
  ({ sessions, clock }: Deps): Handler<ForgetSession> =>
  ({ sessionId }) =>
    retryStale(async () => {
      const current = await sessions.find(sessionId);
      if (current && removableAt(current) <= clock.now()) await sessions.remove(current);
    });
