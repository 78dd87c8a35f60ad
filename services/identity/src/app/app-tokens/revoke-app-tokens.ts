import { type Clock, retryStale } from '@guildhall/kernel';
import { isAlive, revokeAppTokens } from '../../domain/app-token.ts';
import { type AuditEntry, audited } from '../../domain/audit.ts';
import type { AppTokens } from '../credential-ports.ts';

type Deps = Readonly<{ appTokens: AppTokens; clock: Clock }>;

export type AppTokenEnder = Readonly<{
  /** Signs the app out on one device of this person; says whether there was one. */
  endOne(id: string, personId: string, entry?: AuditEntry): Promise<boolean>;
  endAll(personId: string): Promise<void>;
}>;

export const appTokenEnder = ({ appTokens, clock }: Deps): AppTokenEnder => {
  const endOne: AppTokenEnder['endOne'] = (id, personId, entry) =>
    retryStale(async () => {
      const current = await appTokens.find(id);
      const decision = current?.personId === personId ? revokeAppTokens(current, clock.now()) : undefined;
      if (!decision) return false;
      const { next, facts } = decision;
      await appTokens.save(next, entry ? [...facts, audited(next, entry)] : facts);
      return true;
    });
  return {
    endOne,
    endAll: async (personId) => {
      const alive = (await appTokens.ofPerson(personId)).filter((one) => isAlive(one, clock.now()));
      await Promise.all(alive.map(({ id }) => endOne(id, personId)));
    },
  };
};
