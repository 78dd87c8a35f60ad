import { AppError, type Handler } from '@guildhall/kernel';
import type { Caller } from '../ports.ts';
import type { RevokeSession } from './revoke-session.ts';

export type Logout = Readonly<{ caller: Caller }>;

/** Signs this device out. A personal token has none, and a session that has ended already is what was wanted. */
export const logoutHandler =
  ({ revokeSession }: Readonly<{ revokeSession: Handler<RevokeSession> }>): Handler<Logout> =>
  async ({ caller }) => {
    if (caller.principal.kind !== 'session' && caller.principal.kind !== 'app') return;
    await revokeSession({ sessionId: caller.principal.sessionId, caller }).catch((error: unknown) => {
      if (!(error instanceof AppError) || error.kind !== 'not-found') throw error;
    });
  };
