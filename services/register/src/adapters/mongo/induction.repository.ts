import { hash } from 'node:crypto';
import { type Connection, Schema } from 'mongoose';
import type { Inductions } from '../../app/visitors/ports.ts';
import type { Induction } from '../../domain/visitors/induction.ts';
import { nameKey } from '../../domain/visitors/name-key.ts';

type Row = Omit<Induction, 'id'> & { _id: string };

const schema = new Schema<Row>(
  { _id: String, siteId: String, name: String, company: String, expiresOn: String },
  { collection: 'inductions', versionKey: false, strict: 'throw' },
);
// The list of a site.
schema.index({ siteId: 1 }, { name: 'by_site' });

const most = 5_000;

/** The id follows from site, name and company: so there is one record for each. */
const idOf = (siteId: string, name: string, company: string): string =>
  hash('sha256', JSON.stringify([siteId, nameKey(name), nameKey(company)]), 'base64url');

const toInduction = ({ _id, ...induction }: Row): Induction => ({ ...induction, id: _id });

/** Waits for the index. */
export async function inductionRepository(connection: Connection): Promise<Inductions> {
  const inductions = connection.model<Row>('Induction', schema);
  await inductions.createIndexes();
  return {
    of: async (siteId) => {
      const found = await inductions.find({ siteId }).limit(most).batchSize(most).lean<Row[]>();
      return found.map(toInduction);
    },
    find: async (siteId, name, company) => {
      const found = await inductions.findById(idOf(siteId, name, company)).lean<Row>();
      return found ? toInduction(found) : undefined;
    },
    put: async (induction) => {
      const id = idOf(induction.siteId, induction.name, induction.company);
      await inductions.updateOne({ _id: id }, { $set: induction }, { upsert: true });
      return { ...induction, id };
    },
    remove: async (siteId, id) => (await inductions.deleteOne({ _id: id, siteId })).deletedCount > 0,
  };
}
