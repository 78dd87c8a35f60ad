import type { Connection } from 'mongoose';
import type { OwnIds } from '../../app/inbox/ports.ts';

const MERGES_IN_A_ROW = 5;

/** Who was merged into a person, and into those. */
export async function ownIdsQuery(connection: Connection): Promise<OwnIds> {
  const kept = connection.collection<Readonly<{ _id: string; survivorId?: string }>>('recipients');
  // Those merged into somebody: few among all.
  await kept.createIndex({ survivorId: 1 }, { name: 'by_survivor', sparse: true });
  return async (personId) => {
    const ids = new Set([personId]);
    let latest = [personId];
    for (let merges = 0; merges < MERGES_IN_A_ROW && latest.length > 0; merges += 1) {
      const found = await kept.find({ survivorId: { $in: latest } }, { projection: { _id: 1 } }).toArray();
      latest = found.map(({ _id }) => _id).filter((id) => !ids.has(id));
      for (const id of latest) ids.add(id);
    }
    return [...ids];
  };
}
