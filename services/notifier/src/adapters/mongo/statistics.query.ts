import type { Aggregates } from '@guildhall/mongo';
import type { PipelineStage } from 'mongoose';
import type { CountMessages } from '../../app/knowing/ports.ts';
import { BUCKET_RATIO, type Cell } from '../../domain/knowing/day-cells.ts';
import type { MessageState } from './message.state.ts';

type Model = Aggregates<MessageState>['model'];

/** Counts in the store, so that no message travels. */
export const countQuery =
  (model: Model): CountMessages =>
  async ({ from, to }) => {
    const span = { 'state.requestedAt': { $gte: from, $lt: to } };
    const groups = await model.aggregate<StoredCell>([{ $match: span }, groupStage]).exec();
    return groups.map(toCell);
  };

type Sums = Pick<Cell, 'count' | 'waitedMs' | 'segments' | 'costMicros'>;
type StoredCell = Sums &
  Readonly<{
    _id: Omit<Cell, keyof Sums | 'provider' | 'reason' | 'bucket'> &
      Readonly<{ provider?: string | null; reason?: string | null; bucket?: number | null }>;
  }>;

const has = (field: string) => ({ $gt: [`$state.${field}`, null] });
const ofAttempts = (field: string) => ({ $sum: { $sum: `$state.attempts.${field}` } });
const waitedMs = { $cond: [has('sentAt'), { $subtract: ['$state.sentAt', '$state.requestedAt'] }, null] };
const bucket = {
  $cond: [has('sentAt'), { $floor: { $divide: [{ $ln: { $max: [1, waitedMs] } }, Math.log(BUCKET_RATIO)] } }, null],
};

/** Few groups of many messages: what they have in common is counted, and the rest is done here. */
const groupStage: PipelineStage.Group = {
  $group: {
    _id: {
      channel: '$state.channel',
      category: '$state.category',
      template: '$state.template',
      provider: { $arrayElemAt: ['$state.attempts.provider', -1] },
      status: '$state.status',
      isDelivered: has('deliveredAt'),
      isRead: has('readAt'),
      reason: { $cond: [{ $in: ['$state.status', ['failed', 'expired']] }, '$state.reason', null] },
      bucket,
    },
    count: { $sum: 1 },
    waitedMs: { $sum: waitedMs },
    segments: ofAttempts('segments'),
    costMicros: ofAttempts('costMicros'),
  },
};

const toCell = ({ _id: { provider, reason, bucket: found, ...rest }, ...sums }: StoredCell): Cell => ({
  ...rest,
  count: sums.count,
  waitedMs: sums.waitedMs,
  segments: sums.segments,
  costMicros: sums.costMicros,
  provider: provider ?? '',
  reason: reason ?? '',
  ...(typeof found === 'number' && { bucket: found }),
});
