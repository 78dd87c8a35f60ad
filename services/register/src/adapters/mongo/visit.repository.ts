import { isDuplicateKey, type Stored } from '@guildhall/mongo';
import type { Envelope } from '@guildhall/messaging';
import type { VisitRepository } from '../../app/ports.ts';
import type { Audited } from '../../domain/audit.ts';
import type { PresenceNotice } from '../../domain/notice.ts';
import { alreadyInside } from '../../domain/refusals.ts';
import type { Visit, VisitFact } from '../../domain/visit.ts';
import { groupedByTick } from './grouped-by-tick.ts';
import { oneOpenVisit, toVisit, type Visits, type VisitState } from './visit.collection.ts';

type Deps = Readonly<{
  visits: Visits;
  /** Of all sites that the store has. */
  everySite: () => Promise<readonly string[]>;
  toMessages: (message: VisitFact | PresenceNotice | Audited) => readonly Envelope[];
}>;

// A visit that changes between two batches of a cursor may come twice, yet nobody is inside twice.
const oneBatch = 100_000;

export function visitRepository({ visits, everySite, toMessages }: Deps): VisitRepository {
  const read = async (filter: Readonly<Record<string, unknown>>): Promise<Visit[]> => {
    const query = visits.model.find(filter, { version: 1, state: 1 }).batchSize(oneBatch);
    const found = await query.lean<Stored<VisitState>[]>();
    return [...new Map(found.map((stored) => [stored._id, toVisit(stored)])).values()];
  };
  const open = (where: Readonly<Record<string, unknown>>): Promise<Visit[]> => read({ ...where, 'state.open': true });
  const findOpen = groupedByTick(async (places) => {
    const siteIds = [...new Set(places.map(({ siteId }) => siteId))];
    const personIds = places.map(({ personId }) => personId);
    return open({ 'state.siteId': { $in: siteIds }, 'state.personId': { $in: personIds } });
  });
  return {
    find: async (id) => {
      const found = await visits.find(id);
      return found && toVisit({ _id: found.id, version: found.version, state: found.state });
    },
    findOpen: (personId, siteId) => findOpen({ personId, siteId }),
    openAt: (siteIds) => open({ 'state.siteId': { $in: siteIds } }),
    // All sites by name, for that is how the index begins.
    openOf: async (personId) => open({ 'state.siteId': { $in: await everySite() }, 'state.personId': personId }),
    allOf: async (personId) => {
      const filter = { 'state.siteId': { $in: await everySite() }, 'state.personId': personId };
      return read(filter);
    },
    of: (personId, siteIds, from, to) =>
      read({ 'state.siteId': { $in: siteIds }, 'state.date': { $gte: from, $lte: to }, 'state.personId': personId }),
    ofDay: (siteId, date) => read({ 'state.siteId': siteId, 'state.date': date }),
    save: async ({ id, version, ...state }, messages) => {
      const dueAt = state.open ? state.until : undefined;
      await visits.save({ id, version, state, messages: messages.flatMap(toMessages), dueAt }).catch(refuse);
    },
  };
}

function refuse(cause: unknown): never {
  throw isDuplicateKey(cause, oneOpenVisit) ? alreadyInside(cause) : cause;
}
