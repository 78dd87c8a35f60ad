import type { Confirmed, Envelope, OutboxSource, StreamMarks, Waiting } from '@guildhall/messaging';
import type { mongo } from 'mongoose';
import { clearsOf } from './clears.ts';
import type { Stored, StoredEnvelope } from './stored.ts';
import { inTime } from './in-time.ts';

type Kept = Pick<Stored<unknown>, '_id' | 'version' | 'outbox' | 'unsent'>;

const projection = { version: 1, outbox: 1, unsent: 1 };
const waiting = { outboxSince: { $exists: true } };
const replayPage = 500;

/** The messages of one collection, as the relay sees them. */
export function outboxOf<State>(
  name: string,
  collection: mongo.Collection<Stored<State>>,
  marks: StreamMarks,
): OutboxSource {
  const query = (filter: object) => collection.find<Kept>(filter as never, { projection, ...inTime() });
  return {
    name,
    marks,
    pending: async (olderThan, limit) => {
      const found = await query({ outboxSince: { $lt: olderThan } })
        .sort({ outboxSince: 1 })
        .limit(limit)
        .toArray();
      return found.map((kept) => waitingOf(name, kept, ({ version }) => version >= (kept.unsent ?? 1)));
    },
    since: (at) => replayOf(name, query, at),
    confirmed: async (saves: readonly Confirmed[]) => {
      for (const { version, from, owners } of clearsOf(saves)) {
        const filter = { _id: { $in: owners }, version, unsent: { $gte: from } };
        await collection.updateMany(filter, { $unset: { outboxSince: '', unsent: '' } } as never, {
          upsert: false,
          ...inTime(),
        });
      }
    },
    oldest: async () => {
      const first = await collection
        .find<{ outboxSince: Date }>(waiting as never, { projection: { outboxSince: 1 }, ...inTime() })
        .sort({ outboxSince: 1 })
        .limit(1)
        .next();
      return first?.outboxSince;
    },
    depth: () => collection.countDocuments(waiting),
  };
}

type Query = (filter: object) => mongo.FindCursor<Kept>;

/** By pages in the order of `_id`: a replay takes its time, and a cursor may not live that long. */
async function* replayOf(source: string, query: Query, at: Date): AsyncGenerator<Waiting> {
  for (let after = ''; ;) {
    const filter = { _id: { $gt: after }, 'outbox.keptAt': { $gte: at } };
    const page = await query(filter).sort({ _id: 1 }).limit(replayPage).toArray();
    for (const kept of page) yield waitingOf(source, kept, ({ keptAt }) => keptAt >= at);
    if (page.length < replayPage) return;
    after = page.at(-1)?._id ?? after;
  }
}

const waitingOf = (source: string, kept: Kept, include: (entry: StoredEnvelope) => boolean): Waiting => ({
  source,
  owner: kept._id,
  version: kept.version,
  from: kept.unsent ?? kept.version,
  messages: kept.outbox.filter(include).map(envelopeOf),
});

const envelopeOf = ({ id, at, subject, data, headers }: StoredEnvelope): Envelope => ({
  id,
  at,
  subject,
  data: data instanceof Uint8Array ? data : data.buffer,
  headers,
});
