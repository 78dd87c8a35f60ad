import type { Aggregates, Stored } from '@guildhall/mongo';
import type { QueryFilter } from 'mongoose';
import type { AudienceMessages } from '../../app/requests/ports.ts';
import type { MessageStatus } from '../../domain/message.ts';
import type { MessageState } from './message.state.ts';

type Filter = QueryFilter<Stored<MessageState>>;

/** Questions about the messages of an audience; all of them by the index `by_audience`. */
export function audienceQuery(model: Aggregates<MessageState>['model']): AudienceMessages {
  const among = (audienceId: string, ...statuses: readonly MessageStatus[]): Filter => ({
    'state.audienceId': audienceId,
    'state.status': { $in: [...statuses] },
  });
  return {
    tally: async (audienceId) => {
      const counted = await model.aggregate<{ _id: MessageStatus; count: number }>([
        { $match: { 'state.audienceId': audienceId } },
        { $group: { _id: '$state.status', count: { $sum: 1 } } },
      ]);
      return Object.fromEntries(counted.map(({ _id, count }) => [_id, count]));
    },
    waiting: (audienceId, most) => model.countDocuments(among(audienceId, 'requested', 'sending'), { limit: most }),
    stoppable: async (audienceId, limit) => {
      const found = await model
        .find(among(audienceId, 'requested', 'held'), { _id: 1 })
        .limit(limit)
        .lean<{ _id: string }[]>();
      return found.map(({ _id }) => _id);
    },
  };
}
