import type { DayStats, StatsQuery } from '../../app/ports.ts';
import type { Visits } from './visit.collection.ts';

const isUnclosed = { $eq: [{ $type: '$state.out' }, 'missing'] };

/** Counts in the store. The person's last visit is found by its time, not by sorting: no order is asked of the store. */
export const statsQuery =
  (visits: Visits): StatsQuery =>
  ({ siteId, from, to }) =>
    visits.model.aggregate<DayStats>([
      // A visit that a merge found to be part of another is none.
      {
        $match: {
          'state.siteId': siteId,
          'state.date': { $gte: from, $lte: to },
          'state.closedReason': { $ne: 'merged' },
        },
      },
      {
        $group: {
          _id: { date: '$state.date', personId: '$state.personId' },
          lastIn: { $max: '$state.in.at' },
          lastUnclosedIn: { $max: { $cond: [isUnclosed, '$state.in.at', null] } },
          unclosed: { $sum: { $cond: [isUnclosed, 1, 0] } },
        },
      },
      {
        $group: {
          _id: '$_id.date',
          distinctUsers: { $sum: 1 },
          notSignedOut: { $sum: { $cond: [{ $eq: ['$lastIn', '$lastUnclosedIn'] }, 1, 0] } },
          openVisits: { $sum: '$unclosed' },
        },
      },
      { $sort: { _id: 1 } },
      { $project: { _id: 0, date: '$_id', distinctUsers: 1, notSignedOut: 1, openVisits: 1 } },
    ]);
