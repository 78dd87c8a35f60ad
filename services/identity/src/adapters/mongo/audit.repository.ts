import type { NewId } from '@guildhall/kernel';
import { insertOnce } from '@guildhall/mongo';
import { type Connection, Schema } from 'mongoose';
import type { Audits } from '../../app/ports.ts';
import type { AuditTrail } from '../../app/record-ports.ts';
import { type AuditEntry, signInActions } from '../../domain/audit.ts';
import { unavailable } from './documents.ts';

type Row = AuditEntry & { _id: string };

const schema = new Schema<Row>(
  {
    _id: String,
    at: Date,
    action: String,
    actorId: String,
    subjectId: String,
    via: String,
    ip: String,
    userAgent: String,
  },
  { collection: 'audits', versionKey: false, strict: 'throw' },
);
// What happened to one person, newest first.
schema.index({ subjectId: 1, at: -1 }, { name: 'audits_by_subject' });
// What happened of one kind, newest first.
schema.index({ action: 1, at: -1 }, { name: 'audits_by_action' });
// What one person did, newest first.
schema.index({ actorId: 1, at: -1 }, { name: 'audits_by_actor' });

// Everything, newest first.
schema.index({ at: -1 }, { name: 'audits_by_time' });

const mostListed = 10_000;

type Deps = Readonly<{ connection: Connection; newId: NewId; report: (error: unknown) => void }>;

/** Entries come with the facts of what they tell of, or straight from what changes nothing. */
export async function auditRepository({ connection, newId, report }: Deps): Promise<Audits & AuditTrail> {
  const audits = connection.model<Row>('Audit', schema);
  await audits.createIndexes();
  const gone = async (where: Readonly<Record<string, unknown>>): Promise<void> => {
    await audits.collection.deleteMany(where).catch(report);
  };
  const insert = async (rows: readonly Row[]): Promise<void> => {
    if (rows.length > 0) await insertOnce(connection.collection<Row>('audits'), [...rows]).catch(unavailable);
  };
  return {
    list: async ({ subjectId, actorId, action, from, before, limit }) => {
      const where: Record<string, unknown> = {
        ...(subjectId && { subjectId }),
        ...(actorId && { actorId }),
        ...(action && { action }),
        ...(from && { at: { $gte: from } }),
        ...(before && { $or: [{ at: { $lt: before.at } }, { at: before.at, _id: { $lt: before.id } }] }),
      };
      const rows = await audits.find(where).sort({ at: -1, _id: -1 }).limit(limit).batchSize(limit).lean<Row[]>();
      return rows.map(({ _id, ...entry }) => ({ id: _id, entry }));
    },
    ofSubject: async (subjectId) => {
      const rows = await audits.find({ subjectId }).sort({ at: -1 }).limit(mostListed).lean<Row[]>();
      return rows.map(({ _id, ...entry }) => entry);
    },
    forget: async (subjectId) => {
      const theirs = { $or: [{ actorId: subjectId }, { subjectId, actorId: { $exists: false } }] };
      await audits.collection.updateMany(theirs, { $set: { ip: '', userAgent: '' } });
    },
    prune: async ({ signIns, others }) => {
      await gone({ action: { $in: [...signInActions] }, at: { $lt: signIns } });
      await gone({ at: { $lt: others } });
    },
    record: (entries) => insert(entries.map((entry) => ({ ...entry, _id: newId() }))),
    keep: (entries) => insert(entries.map(({ id, entry }) => ({ ...entry, _id: id }))),
  };
}
