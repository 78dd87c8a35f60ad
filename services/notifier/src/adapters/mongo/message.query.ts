import type { Clock } from '@guildhall/kernel';
import type { Aggregates, Stored } from '@guildhall/mongo';
import type { QueryFilter } from 'mongoose';
import type { ListMessages } from '../../app/queries.ts';
import { type MessageState, toMessage } from './message.state.ts';
import { decodePosition, encodePosition, type Position } from './page-token.ts';

const HOUR_MS = 3_600_000;
const EVER = Number.POSITIVE_INFINITY;
// The embedded store sorts what a filter leaves: so look at the last minutes first, and further back only when needed.
const SPANS_MS = [HOUR_MS / 60, HOUR_MS, 24 * HOUR_MS, 30 * 24 * HOUR_MS, EVER] as const;

type Deps = Readonly<{ model: Aggregates<MessageState>['model']; clock: Clock }>;
type Filter = QueryFilter<Stored<MessageState>>;

export const listMessagesQuery =
  ({ model, clock }: Deps): ListMessages =>
  async ({ channel, status, to, limit, after }) => {
    const position = after === undefined ? undefined : decodePosition(after);
    const wanted: Filter = {
      ...(channel && { 'state.channel': channel }),
      ...(status && { 'state.status': status }),
      ...(to && { 'state.to': to }),
    };
    const newest = position?.requestedAt ?? clock.now();
    const spans = to ? [EVER] : SPANS_MS;
    for (const span of spans) {
      const filter = { $and: [wanted, since(newest, span), before(position)] };
      const found = await model
        .find(filter, { version: 1, state: 1 })
        .sort({ 'state.requestedAt': -1, _id: -1 })
        .limit(limit + 1)
        .lean<Pick<Stored<MessageState>, '_id' | 'version' | 'state'>[]>();
      if (found.length <= limit && span !== EVER) continue;
      const messages = found.slice(0, limit).map(({ _id, version, state }) => toMessage({ id: _id, version, state }));
      const last = messages.at(-1);
      return found.length > limit && last ? { messages, next: encodePosition(last) } : { messages };
    }
    return { messages: [] };
  };

const since = (newest: Date, spanMs: number): Filter =>
  spanMs === EVER ? {} : { 'state.requestedAt': { $gte: new Date(newest.getTime() - spanMs) } };

const before = (position: Position | undefined): Filter =>
  position
    ? {
        $or: [
          { 'state.requestedAt': { $lt: position.requestedAt } },
          { 'state.requestedAt': position.requestedAt, _id: { $lt: position.id } },
        ],
      }
    : {};
