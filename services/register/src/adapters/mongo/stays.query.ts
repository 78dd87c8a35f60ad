import type { Stored } from '@guildhall/mongo';
import type { Stays } from '../../app/reports/ports.ts';
import { type Stay, stayOf } from '../../domain/reports/stay.ts';
import { toVisit, type Visits, type VisitState } from './visit.collection.ts';

const projection = {
  version: 1,
  'state.personId': 1,
  'state.displayName': 1,
  'state.kind': 1,
  'state.date': 1,
  'state.open': 1,
  'state.in': 1,
  'state.out': 1,
  'state.until': 1,
  'state.rolledOver': 1,
  'state.closedReason': 1,
  'state.selfDeclared': 1,
  'state.corrections': 1,
};

/** By the index of the days. */
export const staysQuery = (visits: Visits): Stays => ({
  of: async ({ siteId, from, to }, limit) => {
    const days = { 'state.siteId': siteId, 'state.date': { $gte: from, $lte: to } };
    const query = visits.model.find(days, projection).limit(limit).batchSize(limit);
    const found = await query.lean<Stored<VisitState>[]>();
    // What changes while a cursor reads may come twice.
    const stays = found.flatMap((visit) => stayOf(toVisit(visit)) ?? []);
    return [...new Map(stays.map((stay): [string, Stay] => [stay.visitId, stay])).values()];
  },
});
