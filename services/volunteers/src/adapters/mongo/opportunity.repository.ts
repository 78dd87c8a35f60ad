import type { Envelope } from '@guildhall/messaging';
import type { Aggregates, Stored } from '@guildhall/mongo';
import type { Opportunities } from '../../app/activities/ports.ts';
import type { Audited } from '../../domain/audit.ts';
import type { Opportunity } from '../../domain/opportunity.ts';

export const opportunityCollection = 'opportunities';

export type OpportunityState = Omit<Opportunity, 'id' | 'version'>;

const most = 10_000;

type Deps = Readonly<{
  opportunities: Aggregates<OpportunityState>;
  toMessages: (said: Audited) => readonly Envelope[];
}>;

export const opportunityRepository = ({ opportunities, toMessages }: Deps): Opportunities => ({
  find: async (id) => {
    const found = await opportunities.find(id);
    return found && { ...found.state, id: found.id, version: found.version };
  },
  named: async (ids) => {
    const found = await opportunities.findMany(ids);
    return new Map(found.map(({ id, version, state }) => [id, { ...state, id, version }]));
  },
  all: async () => {
    const query = opportunities.model.find({}, { version: 1, state: 1 }).limit(most).batchSize(most);
    return (await query.lean<Stored<OpportunityState>[]>())
      .map(({ _id, version, state }): Opportunity => ({ ...state, id: _id, version }))
      .toSorted((a, b) => a.title.localeCompare(b.title) || (a.id < b.id ? -1 : 1));
  },
  save: ({ id, version, ...state }, said) =>
    opportunities.save({ id, version, state, messages: said.flatMap(toMessages) }),
});
