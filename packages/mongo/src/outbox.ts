import type { Envelope, OutboxLedger, OutboxSource, RelayMarks, Waiting } from '@guildhall/messaging';
import type { mongo } from 'mongoose';
import { keptSince } from './kept-since.ts';
import { bytesOf, type Stored, type StoredEnvelope } from './stored.ts';
import { inTime } from './in-time.ts';

type Kept = Pick<Stored<unknown>, '_id' | 'outbox'>;

const everything = new Date(0);

/** The messages of one collection, as the relay sees them. */
export function outboxOf<State>(
  name: string,
  collection: mongo.Collection<Stored<State>>,
  ledger: OutboxLedger,
  marks: RelayMarks,
): OutboxSource {
  const read = async (ids: readonly string[], at: Date): Promise<Waiting[]> => {
    const filter = { _id: { $in: [...ids] } };
    const found = await collection.find<Kept>(filter as never, { projection: { outbox: 1 }, ...inTime() }).toArray();
    return found.flatMap((kept) => waitingOf(name, kept, at));
  };
  return {
    name,
    ledger,
    marks,
    of: (owners) => read(owners, everything),
    since: async function* (at) {
      for await (const ids of keptSince(collection, at)) yield* await read(ids, at);
    },
  };
}

function waitingOf(source: string, { _id, outbox }: Kept, at: Date): Waiting[] {
  const entries = outbox.filter(({ keptAt }) => keptAt >= at);
  const [first] = entries;
  return first ? [{ source, owner: _id, keptAt: first.keptAt, messages: entries.map(envelopeOf) }] : [];
}

const envelopeOf = ({ id, at, subject, data, headers }: StoredEnvelope): Envelope => ({
  id,
  at,
  subject,
  data: bytesOf(data),
  headers,
});

/**
 * Everything that was kept in this collection before that moment, by whatever process, has reached its streams. Ask for
 * it after the document that it is compared with was read.
 */
export async function confirmedBefore({ name, ledger, marks }: OutboxSource): Promise<Date> {
  const all = await marks.outboxes.all();
  // After the marks: what this process takes over from another stands in its ledger before that one's mark is gone.
  let earliest = ledger.confirmedBefore();
  for (const [relay, mark] of all) {
    const theirs = mark.confirmedBefore[name];
    if (relay !== ledger.cover?.relay && theirs && theirs < earliest) earliest = theirs;
  }
  return earliest;
}
