import type { Clock } from '@guildhall/kernel';
import { isAlive, revokeAppTokens } from '../../domain/app-token.ts';
import type { AppTokens } from '../credential-ports.ts';
import { retryStale } from '../retry-stale.ts';

type Deps = Readonly<{ appTokens: AppTokens; clock: Clock }>;

export type AppTokenEnder = Readonly<{
  /** Signs the app out on one device of this person; says whether there was one. */
  endOne(id: string, personId: string): Promise<boolean>;
  endAll(personId: string): Promise<void>;
}>;

export const appTokenEnder = ({ appTokens, clock }: Deps): AppTokenEnder => {
  const endOne = (id: string, personId: string): Promise<boolean> =>
    retryStale(async () => {
      const current = await appTokens.find(id);
      const decision = current?.personId === personId ? revokeAppTokens(current, clock.now()) : undefined;
      if (decision) await appTokens.save(decision.next, decision.facts);
      return decision !== undefined;
    });
  return {
    endOne,
    endAll: async (personId) => {
      const alive = (await appTokens.ofPerson(personId)).filter((one) => isAlive(one, clock.now()));
      await Promise.all(alive.map(({ id }) => endOne(id, personId)));
    },
  };
};
