import { AppError } from '@guildhall/kernel';
import type { OldDay, OldVisits } from '../../app/retention/ports.ts';
import type { Visits } from './visit.collection.ts';

const atOnce = 50;

/** By the index of the days. Visits that are open stay, whatever their day. */
export const oldVisits = (visits: Visits): OldVisits => ({
  daysBefore: (siteId, date) =>
    visits.model.aggregate<OldDay>([
      { $match: { 'state.siteId': siteId, 'state.date': { $lt: date }, 'state.open': false } },
      { $group: { _id: { date: '$state.date', personId: '$state.personId' }, visits: { $sum: 1 } } },
      { $group: { _id: '$_id.date', visits: { $sum: '$visits' }, people: { $sum: 1 } } },
      { $sort: { _id: 1 } },
      { $project: { _id: 0, date: '$_id', visits: 1, people: 1 } },
    ]),
  removeOf: async (siteId, date, limit) => {
    const where = { 'state.siteId': siteId, 'state.date': date, 'state.open': false };
    const found = await visits.model.find(where, { version: 1 }).limit(limit).batchSize(limit).lean<Found[]>();
    for (let index = 0; index < found.length; index += atOnce)
      await removeAll(visits, found.slice(index, index + atOnce));
    return found.length;
  },
});

type Found = Readonly<{ _id: string; version: number }>;

async function removeAll(visits: Visits, found: readonly Found[]): Promise<void> {
  await Promise.all(found.map(({ _id, version }) => visits.remove(_id, version).catch(wasChanged)));
}

/** Somebody put it right just now: it goes with the next run. */
function wasChanged(error: unknown): void {
  if (!(error instanceof AppError) || error.kind !== 'stale') throw error;
}
