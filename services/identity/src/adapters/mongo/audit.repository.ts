import type { NewId } from '@guildhall/kernel';
import { insertOnce } from '@guildhall/mongo';
import { type Connection, Schema } from 'mongoose';
import type { Audits } from '../../app/ports.ts';
import type { AuditTrail } from '../../app/record-ports.ts';
import type { AuditEntry } from '../../domain/audit.ts';

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

const mostListed = 10_000;

type Deps = Readonly<{ connection: Connection; newId: NewId; report: (error: unknown) => void }>;

/** Entries follow what they tell of. One that cannot be written is reported, and does not undo what has happened. */
export async function auditRepository({ connection, newId, report }: Deps): Promise<Audits & AuditTrail> {
  const audits = connection.model<Row>('Audit', schema);
  await audits.createIndexes();
  const gone = async (where: Readonly<Record<string, unknown>>): Promise<void> => {
    await audits.collection.deleteMany(where).catch(report);
  };
  return {
    ofSubject: async (subjectId) => {
      const rows = await audits.find({ subjectId }).sort({ at: -1 }).limit(mostListed).lean<Row[]>();
      return rows.map(({ _id, ...entry }) => entry);
    },
    forget: async (subjectId) => {
      await audits.collection.updateMany({ subjectId }, { $set: { ip: '', userAgent: '' } });
    },
    prune: async ({ signIns, others }) => {
      await gone({ action: { $in: ['login', 'login.refused'] }, at: { $lt: signIns } });
      await gone({ at: { $lt: others } });
    },
    record: async (entries) => {
      if (entries.length === 0) return;
      const rows = entries.map((entry) => ({ ...entry, _id: newId() }));
      await insertOnce(connection.collection<Row>('audits'), rows).catch(report);
    },
  };
}
