import type { Clock } from '@guildhall/kernel';
import { credentialRefusals as refusals } from '../../domain/credential-refusals.ts';
import { isFresh, isOpen } from '../../domain/session.ts';
import type { Caller, Sessions } from '../ports.ts';

type Deps = Readonly<{ sessions: Sessions; clock: Clock }>;

/** Throws `identity.reauthentication_required` unless the caller has just proved who they are, in this very session. */
export type AssertFresh = (caller: Caller) => Promise<void>;

export const freshnessGuard =
  ({ sessions, clock }: Deps): AssertFresh =>
  async ({ principal }) => {
    if (principal.kind === 'service') return;
    const session = principal.kind === 'session' ? await sessions.find(principal.sessionId) : undefined;
    const at = clock.now();
    if (!session || !isOpen(session, at) || session.personId !== principal.personId) {
      throw refusals.reauthenticationRequired();
    }
    // Whoever finds an address that signs in has proved nothing by opening it.
    const hasProved = session.way !== 'token' || session.authenticatedAt?.getTime() !== session.createdAt.getTime();
    if (!hasProved || !isFresh(session, at)) throw refusals.reauthenticationRequired();
  };
