import { insertOnce } from '@guildhall/mongo';
import type { Connection } from 'mongoose';
import type { Differences } from '../../app/drift/ports.ts';
import type { Difference } from '../../domain/reconciliation.ts';

type Row = Difference & Readonly<{ _id: string; runId: string; place: number }>;

const perInsert = 1_000;
const most = 10_000;

/** Rows beside the runs: a run with thousands of them is read without them. They carry no names. */
export async function differenceRepository(connection: Connection): Promise<Differences> {
  const rows = connection.getClient().db(connection.name).collection<Row>('differences');
  // Those of a run, in their order.
  await rows.createIndex({ runId: 1, place: 1 }, { name: 'by_run' });
  return {
    keep: async (runId, differences) => {
      await rows.deleteMany({ runId });
      const all = differences.map((one, place): Row => ({ ...one, runId, place, _id: `${runId}:${place}` }));
      for (let start = 0; start < all.length; start += perInsert) {
        await insertOnce(rows, all.slice(start, start + perInsert));
      }
    },
    of: async (runId, { kind, channelId }) => {
      const filter = {
        runId,
        ...(kind !== '' && { kind: kind as Difference['kind'] }),
        ...(channelId !== '' && { channelId }),
      };
      const found = await rows.find(filter, { batchSize: most }).sort({ place: 1 }).limit(most).toArray();
      return found.map(({ _id, runId: _run, place: _place, ...difference }) => difference);
    },
    keepOnly: async (runIds) => {
      await rows.deleteMany({ runId: { $nin: [...runIds] } });
    },
  };
}
