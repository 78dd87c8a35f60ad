import { isStale } from '@guildhall/kernel';
import type { Envelope } from '@guildhall/messaging';
import type { Aggregates, IndexSpec } from '@guildhall/mongo';
import type { Chains } from '../../app/requests/ports.ts';
import type { Chain } from '../../domain/requests/escalation.ts';
import { toWish, toWishState, type WishState } from './request.state.ts';

export const chainCollection = 'escalations';
export type ChainState = Omit<Chain, 'id' | 'version' | 'wish'> & Readonly<{ wish: WishState }>;

export const chainIndexes: readonly IndexSpec[] = [
  // Those of a request: how many were answered, and which to stop.
  {
    name: 'by_request',
    keys: { 'state.requestId': 1, 'state.status': 1 },
    where: { 'state.requestId': { $exists: true } },
  },
  // What is to be forgotten with a person.
  { name: 'by_person', keys: { 'state.personId': 1 } },
];

type Deps = Readonly<{
  aggregates: Aggregates<ChainState>;
  /** The command that asks for the message of a step. */
  toEnvelope: (chain: Chain, step: number, at: Date) => Envelope;
  now: () => Date;
}>;

export function chainRepository(deps: Deps): Chains {
  const { aggregates } = deps;
  const save = saver(deps);
  return {
    save,
    find: async (id) => {
      const found = await aggregates.find(id);
      if (!found) return undefined;
      const { wish, ...state } = found.state;
      return { ...state, id: found.id, version: found.version, wish: toWish(wish) };
    },
    add: async (chain) => {
      try {
        await save(chain);
        return true;
      } catch (error) {
        if (isStale(error)) return false;
        throw error;
      }
    },
    ...questions(aggregates),
  };
}

const saver =
  ({ aggregates, toEnvelope, now }: Deps): Chains['save'] =>
  (chain, step) => {
    const { id, version, wish, dueAt, ...rest } = chain;
    return aggregates.save({
      id,
      version,
      state: { ...rest, ...(dueAt && { dueAt }), wish: toWishState(wish) },
      messages: step === undefined ? [] : [toEnvelope(chain, step, now())],
      dueAt,
    });
  };

function questions({ model }: Aggregates<ChainState>): Pick<Chains, 'running' | 'tally' | 'ofPerson'> {
  return {
    running: async (requestId, limit) => {
      const filter = { 'state.requestId': requestId, 'state.status': 'running' as const };
      const found = await model.find(filter, { _id: 1 }).limit(limit).lean<{ _id: string }[]>();
      return found.map(({ _id }) => _id);
    },
    tally: async (requestId) => {
      const of = { 'state.requestId': requestId };
      const [all, answered] = await Promise.all([
        model.countDocuments(of),
        model.countDocuments({ ...of, 'state.status': 'answered' }),
      ]);
      return { all, answered };
    },
    ofPerson: async (personId) => {
      const found = await model.find({ 'state.personId': personId }, { _id: 1 }).lean<{ _id: string }[]>();
      return found.map(({ _id }) => _id);
    },
  };
}
