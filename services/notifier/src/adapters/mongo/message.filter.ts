import type { Stored } from '@guildhall/mongo';
import type { QueryFilter } from 'mongoose';
import type { MessageFilter } from '../../app/queries.ts';
import type { ShownState } from '../../domain/knowing/shown-state.ts';
import type { MessageState } from './message.state.ts';

export type StoredFilter = QueryFilter<Stored<MessageState>>;

/** The query for what is looked for, times of asking aside. */
export const filterOf = (filter: MessageFilter): StoredFilter => ({
  ...(filter.channel && { 'state.channel': filter.channel }),
  ...(filter.to && { 'state.to': filter.to }),
  ...(filter.personId && { 'state.personId': filter.personId }),
  ...(filter.template && { 'state.template': filter.template }),
  ...(filter.category && { 'state.category': filter.category }),
  ...(filter.lane && { 'state.lane': filter.lane }),
  ...(filter.sender && { 'state.sender': filter.sender }),
  ...(filter.reference && { 'state.reference': filter.reference }),
  ...(filter.state && stateFilter(filter.state)),
});

/** True where an index leads to few messages, whenever they were asked for. */
export const isNarrow = ({ to, personId, reference }: MessageFilter): boolean => Boolean(to || personId || reference);

const absent = { $exists: false } as const;
const present = { $exists: true } as const;

function stateFilter(state: ShownState): StoredFilter {
  switch (state) {
    case 'sent':
      return { 'state.status': 'sent', 'state.deliveredAt': absent, 'state.readAt': absent };
    case 'delivered':
      return { 'state.status': 'sent', 'state.deliveredAt': present, 'state.readAt': absent };
    case 'read':
      return { 'state.status': 'sent', 'state.readAt': present };
    case 'failed':
    case 'expired':
    case 'cancelled':
      // The second part is what the index of those that ended like this is limited to.
      return { 'state.status': state, 'state.endedAt': present };
    default:
      return { 'state.status': state };
  }
}
