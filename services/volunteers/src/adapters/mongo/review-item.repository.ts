import { isStale } from '@guildhall/kernel';
import type { Envelope } from '@guildhall/messaging';
import type { Aggregates, IndexSpec, Stored } from '@guildhall/mongo';
import type { ItemCounts, ItemSelection, Progress, ReviewItems } from '../../app/reviews/ports.ts';
import type { Audited } from '../../domain/audit.ts';
import { isUndecided, type ItemState, type ReviewItem } from '../../domain/review.ts';

export const itemCollection = 'review_items';

export type ReviewItemState = Omit<ReviewItem, 'id' | 'version'>;

export const itemIndexes: readonly IndexSpec[] = [
  // How many items of a review are in which state; who was asked about them.
  { name: 'by_review', keys: { 'state.reviewId': 1, 'state.state': 1 } },
  // Pages of a review.
  { name: 'by_page', keys: { 'state.reviewId': 1, _id: 1 } },
  // What was asked about a role.
  { name: 'by_assignment', keys: { 'state.assignmentId': 1 } },
];

const states: readonly ItemState[] = ['open', 'certified', 'revoking', 'revoked', 'flagged', 'ended'];
const atOnce = 250;
const most = 100_000;

type Deps = Readonly<{
  items: Aggregates<ReviewItemState>;
  toMessages: (said: Audited) => readonly Envelope[];
}>;

type Filter = Readonly<Record<string, unknown>>;

export function reviewItemRepository({ items, toMessages }: Deps): ReviewItems {
  const read = async (filter: Filter, limit: number): Promise<ReviewItem[]> => {
    const query = items.model.find(filter, { version: 1, state: 1 }).sort({ _id: 1 }).limit(limit).batchSize(limit);
    return (await query.lean<Stored<ReviewItemState>[]>()).map(({ _id, version, state }) => ({
      ...state,
      id: _id,
      version,
    }));
  };
  const save: ReviewItems['save'] = ({ id, version, ...state }, said) =>
    items.save({ id, version, state, messages: said.flatMap(toMessages), dueAt: state.until });
  const addOne = (item: ReviewItem): Promise<void> =>
    save(item, []).catch((error: unknown) => {
      if (!isStale(error)) throw error;
    });
  return {
    find: async (id) => {
      const found = await items.find(id);
      return found && { ...found.state, id: found.id, version: found.version };
    },
    add: async (all) => {
      for (let from = 0; from < all.length; from += atOnce)
        await Promise.all(all.slice(from, from + atOnce).map(addOne));
    },
    page: (selection, limit, after) => read(filterOf(selection, after), limit),
    ...counting(items),
    undecidedOf: (assignmentId) =>
      read({ 'state.assignmentId': assignmentId, 'state.state': { $in: ['open', 'flagged'] } }, atOnce),
    save,
  };
}

const counting = (items: Aggregates<ReviewItemState>): Pick<ReviewItems, 'counts' | 'progress'> => ({
  counts: async (reviewId) => {
    const counted = states.map(async (state) => {
      const count = await items.model.countDocuments({ 'state.reviewId': reviewId, 'state.state': state });
      return [state, count] as const;
    });
    return Object.fromEntries(await Promise.all(counted)) as ItemCounts;
  },
  progress: async (reviewId) => {
    const fields = { 'state.managers': 1, 'state.state': 1 };
    const query = items.model.find({ 'state.reviewId': reviewId }, fields).limit(most).batchSize(most);
    return progressOf(await query.lean<Readonly<{ state: ReviewItemState }>[]>());
  },
});

const filterOf = ({ reviewId, state, manager, locationIds }: ItemSelection, after: string): Filter => ({
  'state.reviewId': reviewId,
  ...(state !== '' && { 'state.state': state === 'revoked' ? { $in: ['revoked', 'revoking'] } : state }),
  ...(manager !== undefined && { 'state.managers': manager }),
  ...(locationIds && { 'state.locationId': { $in: [...locationIds] } }),
  ...(after !== '' && { _id: { $gt: after } }),
});

function progressOf(rows: readonly Readonly<{ state: ReviewItemState }>[]): readonly Progress[] {
  const counted = new Map<string, Progress>();
  for (const { state } of rows) {
    const waits = isUndecided(state) ? 1 : 0;
    for (const manager of state.managers) {
      const { total, undecided } = counted.get(manager) ?? { total: 0, undecided: 0 };
      counted.set(manager, { manager, total: total + 1, undecided: undecided + waits });
    }
  }
  return [...counted.values()];
}
