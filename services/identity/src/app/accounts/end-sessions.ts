import { type Clock, retryStale } from '@guildhall/kernel';
import { revokeSession } from '../../domain/session.ts';
import type { Sessions } from '../ports.ts';

export type EndSessions = (personId: string) => Promise<void>;

/** Ends every session of a person; tokens made for programs go on. */
export const sessionsEnder = ({ sessions, clock }: Readonly<{ sessions: Sessions; clock: Clock }>): EndSessions => {
  const end = (id: string): Promise<void> =>
    retryStale(async () => {
      const current = await sessions.find(id);
      const decision = current && revokeSession(current, clock.now());
      if (decision) await sessions.save(decision.next, decision.facts);
    });
  return async (personId) => {
    const all = await sessions.ofPerson(personId);
    await Promise.all(all.map(({ id }) => end(id)));
  };
};
