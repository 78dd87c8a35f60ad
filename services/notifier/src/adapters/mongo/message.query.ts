import type { Clock } from '@guildhall/kernel';
import type { Aggregates, Stored } from '@guildhall/mongo';
import type { ListMessages, MessageFilter } from '../../app/queries.ts';
import { filterOf, isNarrow, type StoredFilter } from './message.filter.ts';
import { type MessageState, toMessage } from './message.state.ts';
import { decodePosition, encodePosition, type Position } from './page-token.ts';

const HOUR_MS = 3_600_000;
const EVER = Number.POSITIVE_INFINITY;
// The embedded store sorts what a filter leaves: so look at the last minutes first, and further back only when needed.
const SPANS_MS = [HOUR_MS / 60, HOUR_MS, 24 * HOUR_MS, 30 * 24 * HOUR_MS, EVER] as const;

type Model = Aggregates<MessageState>['model'];
type Deps = Readonly<{ model: Model; clock: Clock }>;

export const listMessagesQuery =
  ({ model, clock }: Deps): ListMessages =>
  async ({ limit, after, ...filter }) => {
    const position = after === undefined ? undefined : decodePosition(after);
    const newest = earliest(position?.requestedAt, filter.until, clock.now());
    const found: Found[] = [];
    let until: Date | undefined;
    for (const span of isNarrow(filter) ? [EVER] : SPANS_MS) {
      const oldest = span === EVER ? undefined : new Date(newest.getTime() - span);
      const isLast = !oldest || (filter.from !== undefined && oldest <= filter.from);
      const part = { limit: limit + 1 - found.length, oldest: isLast ? undefined : oldest, until, position };
      found.push(...(await messagesQuery(model, filter, part).lean<Found[]>()));
      if (isLast || found.length > limit) break;
      until = oldest;
    }
    const messages = found.slice(0, limit).map(({ _id, version, state }) => toMessage({ id: _id, version, state }));
    const last = messages.at(-1);
    return found.length > limit && last ? { messages, next: encodePosition(last) } : { messages };
  };

type Found = Pick<Stored<MessageState>, '_id' | 'version' | 'state'>;
type Part = Readonly<{
  limit: number;
  oldest?: Date | undefined;
  /** Before this moment: what is later was looked at. */
  until?: Date | undefined;
  position?: Position | undefined;
}>;

/** One look at the messages of a filter, newest first. */
export function messagesQuery(model: Model, filter: MessageFilter, { limit, oldest, until, position }: Part) {
  const wanted = {
    $and: [filterOf(filter), within(filter.from, filter.until), within(oldest, until), before(position)],
  };
  return model.find(wanted, { version: 1, state: 1 }).sort({ 'state.requestedAt': -1, _id: -1 }).limit(limit);
}

const earliest = (...dates: readonly (Date | undefined)[]): Date =>
  new Date(Math.min(...dates.map((date) => date?.getTime() ?? EVER)));

const within = (from: Date | undefined, until: Date | undefined): StoredFilter =>
  from || until ? { 'state.requestedAt': { ...(from && { $gte: from }), ...(until && { $lt: until }) } } : {};

const before = (position: Position | undefined): StoredFilter =>
  position
    ? {
        'state.requestedAt': { $lte: position.requestedAt },
        $or: [
          { 'state.requestedAt': { $lt: position.requestedAt } },
          { 'state.requestedAt': position.requestedAt, _id: { $lt: position.id } },
        ],
      }
    : {};
