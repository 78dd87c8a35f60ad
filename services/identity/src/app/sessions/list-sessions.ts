import type { Clock, Handler } from '@guildhall/kernel';
import { isOpen, type Session } from '../../domain/session.ts';
import { personOf } from '../caller.ts';
import type { Caller, Sessions } from '../ports.ts';

export type ListSessions = Readonly<{ caller: Caller }>;

type Deps = Readonly<{ sessions: Sessions; clock: Clock }>;

/** The caller's devices, the one used last first. */
export const listSessionsHandler =
  ({ sessions, clock }: Deps): Handler<ListSessions, readonly Session[]> =>
  async ({ caller }) => {
    const own = await sessions.ofPerson(personOf(caller));
    return own
      .filter((session) => isOpen(session, clock.now()))
      .toSorted((a, b) => b.lastSeenAt.getTime() - a.lastSeenAt.getTime() || b.id.localeCompare(a.id));
  };
