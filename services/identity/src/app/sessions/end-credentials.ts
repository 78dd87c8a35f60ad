import { type Clock, retryStale } from '@guildhall/kernel';
import { revokeToken } from '../../domain/access-token.ts';
import { revokeSession } from '../../domain/session.ts';
import type { AppTokenEnder } from '../app-tokens/revoke-app-tokens.ts';
import type { AccessTokens, Sessions } from '../ports.ts';

type Deps = Readonly<{ sessions: Sessions; accessTokens: AccessTokens; appTokenEnder: AppTokenEnder; clock: Clock }>;

export type EndCredentials = (personId: string) => Promise<void>;

/** Ends every session, the personal token and the app's tokens of a person, telling each end; a repeat ends what is left. */
export const credentialsEnder = ({ sessions, accessTokens, appTokenEnder, clock }: Deps): EndCredentials => {
  const endSession = (id: string): Promise<void> =>
    retryStale(async () => {
      const current = await sessions.find(id);
      const decision = current && revokeSession(current, clock.now());
      if (decision) await sessions.save(decision.next, decision.facts);
    });
  const endToken = (personId: string): Promise<void> =>
    retryStale(async () => {
      const current = await accessTokens.find(personId);
      const decision = current && revokeToken(current, clock.now());
      if (decision) await accessTokens.save(decision.next, decision.facts);
    });
  return async (personId) => {
    const open = await sessions.ofPerson(personId);
    await Promise.all([endToken(personId), appTokenEnder.endAll(personId), ...open.map(({ id }) => endSession(id))]);
  };
};
