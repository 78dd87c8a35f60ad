import type { Act } from '../../domain/act.ts';
import type { Envelope } from '@guildhall/messaging';
import type { Aggregates, IndexSpec, Stored } from '@guildhall/mongo';
import type { QueryFilter } from 'mongoose';
import type { ListSuppressions, SuppressionRepository } from '../../app/rules/ports.ts';
import type { Suppression, SuppressionFact } from '../../domain/rules/suppression.ts';
import { decodePosition, encodePosition } from './page-token.ts';

export const suppressionCollection = 'suppressions';
export type SuppressionState = Omit<Suppression, 'id' | 'version'>;

export const suppressionIndexes: readonly IndexSpec[] = [
  // Those that count, the latest first: ListSuppressions.
  { name: 'active_by_time', keys: { 'state.isActive': 1, 'state.since': -1, _id: -1 } },
];

type Deps = Readonly<{
  suppressions: Pick<Aggregates<SuppressionState>, 'find' | 'save'>;
  toEnvelope: (fact: SuppressionFact | Act) => Envelope;
}>;

/** Addresses to which nothing is sent any more, and those that are being watched. */
export const suppressionRepository = ({ suppressions, toEnvelope }: Deps): SuppressionRepository => ({
  find: async (id) => {
    const found = await suppressions.find(id);
    return found && { ...found.state, id: found.id, version: found.version };
  },
  save: ({ next, facts }) => {
    const { id, version, ...state } = next;
    return suppressions.save({ id, version, state, messages: facts.map(toEnvelope) });
  },
});

type Found = Pick<Stored<SuppressionState>, '_id' | 'version' | 'state'>;

export const listSuppressionsQuery =
  (model: Aggregates<SuppressionState>['model']): ListSuppressions =>
  async ({ channel, to, limit, after }) => {
    const last = after === undefined ? undefined : decodePosition(after);
    const filter: QueryFilter<Stored<SuppressionState>> = {
      'state.isActive': true,
      ...(channel && { 'state.channel': channel }),
      ...(to && { 'state.to': to }),
      ...(last && {
        $or: [{ 'state.since': { $lt: last.requestedAt } }, { 'state.since': last.requestedAt, _id: { $lt: last.id } }],
      }),
    };
    const found = await model
      .find(filter, { version: 1, state: 1 })
      .sort({ 'state.since': -1, _id: -1 })
      .limit(limit + 1)
      .lean<Found[]>();
    const suppressions = found.slice(0, limit).map(({ _id, version, state }) => ({ ...state, id: _id, version }));
    const end = suppressions.at(-1);
    if (found.length <= limit || !end) return { suppressions };
    return { suppressions, next: encodePosition({ requestedAt: end.since, id: end.id }) };
  };
