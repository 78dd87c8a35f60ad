import { type Connection, type Model, mongo, Schema } from 'mongoose';
import type { AuditEntry, AuditQuery, AuditSource, AuditTrail } from '../../app/ports.ts';

type Row = Omit<AuditEntry, 'id'> & { _id: string };

const schema = new Schema<Row>(
  {
    _id: String,
    at: Date,
    action: String,
    actorId: String,
    subjectId: String,
    siteId: String,
    via: String,
    ip: String,
    userAgent: String,
  },
  { collection: 'audits', versionKey: false, strict: 'throw' },
);
// Entries about one person, newest first.
schema.index({ subjectId: 1, at: -1 }, { name: 'by_subject' });
// Entries of one kind, newest first.
schema.index({ action: 1, at: -1 }, { name: 'by_action' });
// Entries by one person, newest first.
schema.index({ actorId: 1, at: -1 }, { name: 'by_actor' });
// All entries, newest first.
schema.index({ at: -1 }, { name: 'by_time' });

const duplicateKey = 11_000;

export const auditModel = (connection: Connection): Model<Row> => connection.model<Row>('Audit', schema);

export const auditTrail = (audits: Model<Row>): AuditTrail => ({
  record: async ({ id, ...entry }) => {
    await audits.insertMany([{ ...entry, _id: id }]).catch((error: unknown) => {
      if (!(error instanceof mongo.MongoServerError) || error.code !== duplicateKey) throw error;
    });
  },
});

/** The entries that do not ride in a visit. */
export const recordedAudits =
  (audits: Model<Row>): AuditSource =>
  async ({ subjectId, actorId, siteId, action, from, before, limit }: AuditQuery) => {
    const where: Record<string, unknown> = {
      ...(subjectId && { subjectId }),
      ...(actorId && { actorId }),
      ...(siteId && { siteId }),
      ...(action && { action }),
      ...(from && { at: { $gte: from } }),
      ...(before && { $or: [{ at: { $lt: before.at } }, { at: before.at, _id: { $lt: before.id } }] }),
    };
    const found = await audits.find(where).sort({ at: -1, _id: -1 }).limit(limit).batchSize(limit).lean<Row[]>();
    return found.map(({ _id, ...entry }) => ({ ...entry, id: _id }));
  };
