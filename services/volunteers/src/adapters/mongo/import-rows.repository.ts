import type { Connection } from 'mongoose';
import type { ImportRows } from '../../app/imports/ports.ts';
import { type ImportRow } from '../../domain/import-row.ts';
import { rowsAtOnce } from '../../domain/import-run.ts';

type Batch = Readonly<{ _id: string; importId: string; rows: readonly ImportRow[] }>;

const idOf = (importId: string, index: number): string => `${importId}:${index}`;

/** The lines of imports, some in each document. */
export async function importRowsRepository(connection: Connection): Promise<ImportRows> {
  const batches = connection.collection<Batch>('import_rows');
  // What is to be removed when an import is over.
  await batches.createIndex({ importId: 1 }, { name: 'by_import' });
  return {
    keep: async (importId, rows) => {
      const count = Math.ceil(rows.length / rowsAtOnce);
      const writes = Array.from({ length: count }, (_, index) => {
        const some = rows.slice(index * rowsAtOnce, (index + 1) * rowsAtOnce);
        const replacement = { importId, rows: some };
        return { replaceOne: { filter: { _id: idOf(importId, index) }, replacement, upsert: true } };
      });
      await batches.bulkWrite(writes, { ordered: false });
    },
    batch: async (importId, index) => (await batches.findOne({ _id: idOf(importId, index) }))?.rows ?? [],
    remove: async (importId) => {
      await batches.deleteMany({ importId });
    },
  };
}
