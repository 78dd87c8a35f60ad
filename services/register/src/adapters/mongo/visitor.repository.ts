import type { Envelope } from '@guildhall/messaging';
import type { Aggregates, IndexSpec, Stored } from '@guildhall/mongo';
import type { VisitorRepository } from '../../app/visitors/ports.ts';
import type { Audited } from '../../domain/audit.ts';
import { nameKey } from '../../domain/visitors/name-key.ts';
import { dueAt, type Visitor, type VisitorFact } from '../../domain/visitors/visitor.ts';
import type { VisitorNotice } from '../../domain/visitors/visitor-notice.ts';

export const visitorCollection = 'visitors';

/** `nameKey` is name and company as one searches for them. */
export type VisitorState = Omit<Visitor, 'id' | 'version'> & Readonly<{ nameKey: string }>;

export const visitorIndexes: readonly IndexSpec[] = [
  // The list of a day at a site; what is kept from before a day.
  { name: 'site_days', keys: { 'state.siteId': 1, 'state.expectedOn': 1 } },
  // Who is inside a site.
  { name: 'inside', keys: { 'state.siteId': 1 }, where: { 'state.status': 'inside' } },
  // Whom somebody has to agree to.
  { name: 'pending', keys: { 'state.siteId': 1 }, where: { 'state.approval.state': 'pending' } },
  // The guests of a host from a day on.
  { name: 'host_days', keys: { 'state.hostId': 1, 'state.expectedOn': 1 } },
];

type Deps = Readonly<{
  visitors: Aggregates<VisitorState>;
  toMessage: (message: VisitorFact | VisitorNotice | Audited) => Envelope;
}>;

const most = 5_000;

export function visitorRepository({ visitors, toMessage }: Deps): VisitorRepository {
  const read = async (where: Readonly<Record<string, unknown>>): Promise<Visitor[]> => {
    const query = visitors.model.find(where, { version: 1, state: 1 }).limit(most).batchSize(most);
    return (await query.lean<Stored<VisitorState>[]>()).map(toVisitor);
  };
  return {
    find: async (id) => {
      const found = await visitors.find(id);
      return found && toVisitor({ _id: found.id, version: found.version, state: found.state });
    },
    save: async ({ id, version, ...visitor }, messages) => {
      const state = { ...visitor, nameKey: nameKey(`${visitor.name} ${visitor.company}`) };
      const due = dueAt({ ...visitor, id, version });
      await visitors.save({ id, version, state, messages: messages.map(toMessage), dueAt: due });
    },
    onDay: (siteId, date) => read({ 'state.siteId': siteId, 'state.expectedOn': date }),
    inside: (siteId) => read({ 'state.siteId': siteId, 'state.status': 'inside' }),
    pending: (siteId) => read({ 'state.siteId': siteId, 'state.approval.state': 'pending' }),
    ofHost: (hostId, fromDate) => read({ 'state.hostId': hostId, 'state.expectedOn': { $gte: fromDate } }),
    cameBefore: (siteId, name) =>
      read({
        'state.siteId': siteId,
        'state.erased': false,
        'state.arrivedAt': { $exists: true },
        $and: wordsOf(name).map((word) => ({ 'state.nameKey': { $regex: `(^| )${word}` } })),
      }),
    keptFromBefore: (siteId, date) =>
      read({ 'state.siteId': siteId, 'state.expectedOn': { $lt: date }, 'state.erased': false }),
  };
}

/** The words of a search, harmless in a pattern. */
const wordsOf = (name: string): readonly string[] =>
  nameKey(name)
    .split(' ')
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));

function toVisitor({ _id, version, state }: Pick<Stored<VisitorState>, '_id' | 'version' | 'state'>): Visitor {
  const { nameKey: _key, ...visitor } = state;
  // Those from before phones were asked for have none.
  return { ...visitor, phone: visitor.phone ?? '', id: _id, version };
}
