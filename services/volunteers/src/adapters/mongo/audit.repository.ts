import { type Connection, type Model, mongo, Schema } from 'mongoose';
import type { AuditTrail, KeptEntry } from '../../app/audits/ports.ts';

type Row = Omit<KeptEntry, 'id'> & { _id: string };

const schema = new Schema<Row>(
  {
    _id: String,
    at: Date,
    action: String,
    subjectId: String,
    actorId: String,
    via: String,
    ip: String,
    userAgent: String,
    subject: String,
    before: String,
    after: String,
    reason: String,
  },
  { collection: 'audits', versionKey: false, strict: 'throw' },
);
// Entries about one volunteer, newest first.
schema.index({ subjectId: 1, at: -1 }, { name: 'by_subject' });
// Entries by one person, newest first.
schema.index({ actorId: 1, at: -1 }, { name: 'by_actor' });

const duplicateKey = 11_000;
const most = 500;

export const auditModel = (connection: Connection): Model<Row> => connection.model<Row>('Audit', schema);

export const auditTrail = (audits: Model<Row>): AuditTrail => ({
  keep: async (entries) => {
    const rows = entries.map(({ id, ...entry }) => ({ ...entry, _id: id }));
    await audits.insertMany(rows, { ordered: false }).catch((error: unknown) => {
      // Some are there: they were told before.
      if (!(error instanceof mongo.MongoServerError) || error.code !== duplicateKey) throw error;
    });
  },
  about: async (subjectId) => {
    const found = await audits.find({ subjectId }).sort({ at: -1, _id: -1 }).limit(most).batchSize(most).lean<Row[]>();
    return found.map(({ _id, ...entry }) => ({ ...entry, id: _id }));
  },
  redact: async (subjectId) => {
    await audits.updateMany({ subjectId }, { $set: { before: '', after: '', reason: '' } });
  },
});
