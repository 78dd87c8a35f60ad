import type { Aggregates } from '@guildhall/mongo';
import type { PipelineStage } from 'mongoose';
import type { GetStatistics } from '../../app/queries.ts';
import { type Dimension, gathered, type Group, type Latency } from '../../domain/knowing/statistics.ts';
import type { MessageState } from './message.state.ts';

type Model = Aggregates<MessageState>['model'];

/** Counts in the store, so that no message travels. By UTC days, as the whole platform counts what has no place. */
export const statisticsQuery =
  (model: Model): GetStatistics =>
  async ({ from, to, by }) => {
    const span = { 'state.requestedAt': { $gte: from, $lt: to } };
    // One after the other: together they would hold several of the store's connections.
    const groups = await model.aggregate<StoredGroup>([{ $match: span }, groupStage(by)]).exec();
    const sent = { ...span, 'state.sentAt': { $exists: true } };
    const latencies = await model.aggregate<StoredLatency>([{ $match: sent }, latencyStage(by)]).exec();
    return gathered(groups.map(toGroup), new Map(latencies.map(({ _id, ms }) => [_id ?? '', toLatency(ms)])));
  };

type StoredGroup = Readonly<{
  _id: Omit<Group, 'key' | 'reason' | 'count' | 'segments' | 'costMicros'> &
    Readonly<{ key?: string | null; reason?: string | null }>;
  count: number;
  segments: number;
  costMicros: number;
}>;
type StoredLatency = Readonly<{ _id: string | null; ms: readonly number[] }>;

const keys: Readonly<Record<Dimension, object | string>> = {
  channel: '$state.channel',
  category: '$state.category',
  template: '$state.template',
  provider: { $arrayElemAt: ['$state.attempts.provider', -1] },
};

const has = (field: string) => ({ $gt: [`$state.${field}`, null] });
const ofAttempts = (field: string) => ({ $sum: { $sum: `$state.attempts.${field}` } });

/** Few groups of many messages: what they have in common is counted, and the rest is done here. */
function groupStage(by: Dimension): PipelineStage {
  const day = { $dateToString: { date: '$state.requestedAt', format: '%Y-%m-%d' } };
  const isEnded = { $in: ['$state.status', ['failed', 'expired']] };
  const shown = { status: '$state.status', isDelivered: has('deliveredAt'), isRead: has('readAt') };
  const _id = { key: keys[by], day, ...shown, reason: { $cond: [isEnded, '$state.reason', null] } };
  const sums = { count: { $sum: 1 }, segments: ofAttempts('segments'), costMicros: ofAttempts('costMicros') };
  return { $group: { _id, ...sums } };
}

function latencyStage(by: Dimension): PipelineStage {
  const input = { $subtract: ['$state.sentAt', '$state.requestedAt'] };
  const ms = { $percentile: { input, p: [0.5, 0.95], method: 'approximate' } };
  return { $group: { _id: keys[by], ms } } as unknown as PipelineStage;
}

const toGroup = ({ _id: { key, reason, ...rest }, ...sums }: StoredGroup): Group => ({
  ...rest,
  ...sums,
  key: key ?? '',
  reason: reason ?? '',
});

const toLatency = ([p50 = 0, p95 = 0]: readonly number[]): Latency => ({
  p50Ms: Math.round(p50),
  p95Ms: Math.round(p95),
});
