import { retryStale } from '@guildhall/kernel';
import type { Envelope } from '@guildhall/messaging';
import type { Aggregates, Stored } from '@guildhall/mongo';
import type { Manager, Scopes } from '../../app/ports.ts';
import type { Audited } from '../../domain/audit.ts';

export const managerCollection = 'managers';

/** Without places the person is not limited any more. */
export type ManagerState = Partial<Pick<Manager, 'scopes'>>;

type Deps = Readonly<{
  managers: Aggregates<ManagerState>;
  toMessages: (said: Audited) => readonly Envelope[];
}>;

/** The places that people are limited to. Whoever is not among them is not limited. */
export const scopeRepository = ({ managers, toMessages }: Deps): Scopes => ({
  of: async (personId) => (await managers.find(personId))?.state.scopes,
  all: async () => {
    const found = await managers.model.find({}, { version: 1, state: 1 }).lean<Stored<ManagerState>[]>();
    return found.flatMap(({ _id: personId, state: { scopes } }) => (scopes ? [{ personId, scopes }] : []));
  },
  set: (personId, scopes, said) =>
    retryStale(async () => {
      const version = ((await managers.find(personId))?.version ?? 0) + 1;
      const messages = said(version).flatMap(toMessages);
      await managers.save({ id: personId, version, state: scopes ? { scopes } : {}, messages });
    }),
});
