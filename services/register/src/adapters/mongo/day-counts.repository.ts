import { insertOnce } from '@guildhall/mongo';
import { type Connection, type Model, Schema } from 'mongoose';
import type { Archive } from '../../app/reports/ports.ts';
import type { DayCounts } from '../../domain/reports/day-counts.ts';

type Row = DayCounts & { _id: string };

const counts = [Number];
const schema = new Schema<Row>(
  {
    _id: String,
    siteId: String,
    date: String,
    distinctUsers: Number,
    notSignedOut: Number,
    openVisits: Number,
    visits: Number,
    dwell: { visits: Number, ms: Number },
    slots: { startsAt: Date, entries: counts, exits: counts, inside: counts, peaks: counts },
  },
  { collection: 'day_counts', versionKey: false, strict: 'throw' },
);
// The days of a site.
schema.index({ siteId: 1, date: 1 }, { name: 'site_days' });

export const dayCountsModel = (connection: Connection): Model<Row> => connection.model<Row>('DayCounts', schema);

const before = (siteId: string, date: string) => ({ siteId, date: { $lt: date } });

export const dayCountsRepository = (days: Model<Row>): Archive => ({
  of: async ({ siteId, from, to }) => {
    const found = await days
      .find({ siteId, date: { $gte: from, $lte: to } })
      .batchSize(1_000)
      .lean<Row[]>();
    return found.map(({ _id, ...kept }) => kept);
  },
  put: (kept) => insertOnce<Row>(days.collection as never, [{ ...kept, _id: `${kept.siteId}_${kept.date}` }]),
  countBefore: (siteId, date) => days.countDocuments(before(siteId, date)),
  removeBefore: async (siteId, date) => (await days.deleteMany(before(siteId, date))).deletedCount,
});
