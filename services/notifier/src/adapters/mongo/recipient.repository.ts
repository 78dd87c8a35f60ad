import { isDuplicateKey } from '@guildhall/mongo';
import type { Collection, Connection } from 'mongoose';
import type { Recipients } from '../../app/ports.ts';
import type { Recipient } from '../../domain/reach.ts';

type Known = Omit<Recipient, 'personId'> &
  Readonly<{
    _id: string;
    /** After a merge: whose contacts are used instead. */
    survivorId?: string;
  }>;

const MERGES_IN_A_ROW = 5;

/** People as far as messages go: what identity said last of each. */
export const recipientRepository = (connection: Connection): Recipients => {
  const kept = connection.collection<Known>('recipients');
  const findMany = finder(kept);
  return {
    findMany,
    find: async (personId) => (await findMany([personId])).get(personId),
    put: async ({ personId, version, ...rest }) => {
      const { locale = '', timeZone = '', preferredContactId = '', contacts, isGone = false } = rest;
      const change = { $set: { version, locale, timeZone, preferredContactId, isGone, contacts: [...contacts] } };
      try {
        await kept.updateOne({ _id: personId, version: { $lte: version } }, change, { upsert: true });
      } catch (error) {
        // The filter missed because something newer is known, so the upsert ran into the person's own key.
        if (!isDuplicateKey(error, '_id_')) throw error;
      }
    },
    redirect: async (personId, survivorId) => {
      const fresh = { $setOnInsert: { version: 0, contacts: [] } };
      const change = survivorId
        ? { $set: { survivorId }, ...fresh }
        : { $unset: { survivorId: '' as const }, ...fresh };
      await kept.updateOne({ _id: personId }, change, { upsert: true });
    },
    // What was said before may be said again: the id stays, so that it is not believed.
    remove: async (personId) => {
      const nothing = { contacts: [], locale: '', timeZone: '', preferredContactId: '', isGone: true };
      const change = {
        $set: { ...nothing, version: Number.MAX_SAFE_INTEGER },
        $unset: { survivorId: '' as const },
      };
      await kept.updateOne({ _id: personId }, change, { upsert: true });
    },
  };
};

/** Finds many in one query, and one more for each merge on the way. */
function finder(kept: Collection<Known>): Recipients['findMany'] {
  const load = async (ids: readonly string[]): Promise<ReadonlyMap<string, Known>> => {
    const found = await kept.find({ _id: { $in: [...new Set(ids)] } }).toArray();
    return new Map(found.map((one) => [one._id, one]));
  };
  return async (personIds) => {
    const ends = new Map(personIds.map((id) => [id, id]));
    let known = await load(personIds);
    for (let merges = 0; merges < MERGES_IN_A_ROW; merges += 1) {
      const moved = [...ends].flatMap(([id, end]) => {
        const survivorId = known.get(end)?.survivorId;
        return survivorId ? [[id, survivorId] as const] : [];
      });
      if (moved.length === 0) break;
      for (const [id, end] of moved) ends.set(id, end);
      known = new Map([...known, ...(await load(moved.map(([, end]) => end)))]);
    }
    return new Map([...ends].flatMap(([id, end]) => entryOf(id, known.get(end))));
  };
}

function entryOf(id: string, known: Known | undefined): readonly (readonly [string, Recipient])[] {
  if (!known) return [];
  const { _id: end, survivorId: _survivor, locale, timeZone, preferredContactId, isGone, ...rest } = known;
  const recipient: Recipient = {
    personId: id,
    ...rest,
    ...(locale && { locale }),
    ...(timeZone && { timeZone }),
    ...(preferredContactId && { preferredContactId }),
    ...(end !== id && { survivorId: end }),
    ...(isGone && { isGone }),
  };
  return [[id, recipient]];
}
