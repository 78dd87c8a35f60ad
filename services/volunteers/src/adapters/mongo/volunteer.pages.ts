import type { Aggregates, Stored } from '@guildhall/mongo';
import type { Position, Selection, VolunteerPages } from '../../app/volunteers/list-volunteers.ts';
import type { PendingVolunteers } from '../../app/volunteers/list-approvals.ts';
import { likelyEnd, sampling } from './volunteer.sample.ts';
import { foldedName, toVolunteer, type VolunteerState } from './volunteer.collection.ts';

type Condition = Readonly<Record<string, unknown>>;

const most = 1_000;

/** Pages of volunteers in the order of their names. */
export function volunteerPages(volunteers: Aggregates<VolunteerState>): VolunteerPages & PendingVolunteers {
  const find = async ($and: readonly Condition[], limit: number) => {
    const query = volunteers.model
      .find({ $and: [...$and] }, { version: 1, state: 1 })
      .sort({ 'state.sortName': 1, _id: 1 })
      .limit(limit)
      .batchSize(limit);
    return (await query.lean<Stored<VolunteerState>[]>()).map((stored) => ({ stored, volunteer: toVolunteer(stored) }));
  };
  const sampled = sampling(volunteers);
  const endOf = (selection: Selection, limit: number, after: Position | undefined): string | undefined => {
    const sample = sampled();
    return sample && likelyEnd(sample, selection, after, limit);
  };
  return {
    page: async (selection, limit, after) => {
      const $and = [...conditionsOf(selection), ...(after ? [following(after)] : [])];
      // Where a store sorts all that matches, few should match.
      const end = selection.q === '' ? endOf(selection, limit, after) : undefined;
      const near = end === undefined ? [] : await find([...$and, { 'state.sortName': { $lt: end } }], limit + 1);
      const found = near.length > limit ? near : await find($and, limit + 1);
      const shown = found.slice(0, limit);
      const last = shown.at(-1);
      const next =
        found.length > limit && last ? { sortName: last.stored.state.sortName, id: last.volunteer.id } : undefined;
      return { volunteers: shown.map(({ volunteer }) => volunteer), ...(next && { next }) };
    },
    pending: async () => {
      const isPending = {
        'state.assignments': { $elemMatch: { 'approval.state': 'pending', endedAt: { $exists: false } } },
      };
      return (await find([isPending], most)).map(({ volunteer }) => volunteer);
    },
  };
}

function conditionsOf({ statuses, state, role, q, locationIds }: Selection): readonly Condition[] {
  return [
    { 'state.status': { $in: [...statuses] } },
    ...(state === '' ? [] : [{ 'state.onboarding.state': state }]),
    ...(role === '' ? [] : [{ 'state.roleKeys': role }]),
    ...(locationIds ? [{ 'state.locationIds': { $in: [...locationIds] } }] : []),
    ...wordsOf(q)
      .map((word) => ({ 'state.prefixes': { $gte: word, $lt: `${word}\uffff` } }))
      .map(anyPrefix),
  ];
}

// Of a list, both bounds have to hold for one and the same word.
const anyPrefix = (condition: Readonly<{ 'state.prefixes': unknown }>): Condition => ({
  'state.prefixes': { $elemMatch: condition['state.prefixes'] },
});

const wordsOf = (q: string): readonly string[] => foldedName(q).split(' ').filter(Boolean).slice(0, 8);

const following = ({ sortName, id }: Position): Condition => ({
  'state.sortName': { $gte: sortName },
  $or: [{ 'state.sortName': { $gt: sortName } }, { _id: { $gt: id } }],
});
