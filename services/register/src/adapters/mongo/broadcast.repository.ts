import { isStale } from '@guildhall/kernel';
import type { Envelope } from '@guildhall/messaging';
import type { Aggregates, IndexSpec, Stored } from '@guildhall/mongo';
import type { Broadcasts } from '../../app/broadcasts/ports.ts';
import type { Audited } from '../../domain/audit.ts';
import type { Broadcast, BroadcastPart } from '../../domain/broadcasts/broadcast.ts';

export const broadcastCollection = 'broadcasts';
export const broadcastPartCollection = 'broadcast_parts';
export type BroadcastState = Omit<Broadcast, 'id' | 'version'>;
export type BroadcastPartState = Readonly<{ at: Date }>;

export const broadcastIndexes: readonly IndexSpec[] = [
  // The last ones of a site.
  { name: 'site_newest', keys: { 'state.siteId': 1, _id: -1 } },
];

type Deps = Readonly<{
  broadcasts: Aggregates<BroadcastState>;
  parts: Aggregates<BroadcastPartState>;
  toMessage: (said: Audited) => Envelope;
  toCommands: (part: BroadcastPart) => Promise<readonly Envelope[]>;
}>;

// Whoever began it writes to everybody; where that process dies, another one does this much later.
const graceMs = 10_000;
const keptMs = 730 * 24 * 3_600_000;
// Longer than messages are kept for a replay.
const partKeptMs = 48 * 3_600_000;

const after = (moment: Date, ms: number): Date => new Date(moment.getTime() + ms);

/** A broadcast is due while somebody waits, and after two years; a part when its messages need not be kept any more. */
export function broadcastRepository({ broadcasts, parts, toMessage, toCommands }: Deps) {
  const repository: Broadcasts = {
    find: async (id) => {
      const found = await broadcasts.find(id);
      return found && { ...found.state, id: found.id, version: found.version };
    },
    last: async (siteId, limit) => {
      const fields = { version: 1, state: 1 };
      const query = broadcasts.model.find({ 'state.siteId': siteId }, fields).sort({ _id: -1 }).limit(limit);
      const found = await query.batchSize(limit).lean<Stored<BroadcastState>[]>();
      return found.map(({ _id, version, state }) => ({ ...state, id: _id, version }));
    },
    save: ({ id, version, ...state }, said) => {
      const dueAt = after(state.sentAt, state.waiting ? graceMs : keptMs);
      return broadcasts.save({ id, version, state, messages: said.map(toMessage), dueAt });
    },
    write: async (part) => {
      const { id, broadcast } = part;
      const [at, messages] = [broadcast.sentAt, [...(await toCommands(part))]];
      const change = { id, version: 1, state: { at }, messages, dueAt: after(at, partKeptMs) };
      await parts.save(change).catch((error: unknown) => {
        if (!isStale(error)) throw error;
      });
    },
  };
  return { repository, removePart: remover(parts), removeBroadcast: remover(broadcasts) };
}

const remover =
  <State>(kept: Aggregates<State>) =>
  async (id: string): Promise<void> => {
    const found = await kept.find(id);
    if (found) await kept.remove(id, found.version);
  };
