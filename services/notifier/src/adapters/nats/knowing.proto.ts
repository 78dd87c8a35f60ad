import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import {
  HeldFor,
  type StatisticsRowSchema,
  type StatisticsSchema,
  TimelineKind,
  type TimelineStepSchema,
} from '@guildhall/contracts/notifier/v1/knowing';
import { deliveryRate, type Row, type Statistics } from '../../domain/knowing/statistics.ts';
import type { Step, StepKind } from '../../domain/knowing/timeline.ts';
import type { HeldFor as Why } from '../../domain/message.ts';
import { attemptToProto } from './message.proto.ts';

const kinds: Readonly<Record<StepKind, TimelineKind>> = {
  requested: TimelineKind.REQUESTED,
  held: TimelineKind.HELD,
  attempt: TimelineKind.ATTEMPT,
  sent: TimelineKind.SENT,
  delivered: TimelineKind.DELIVERED,
  undelivered: TimelineKind.UNDELIVERED,
  read: TimelineKind.READ,
  answered: TimelineKind.ANSWERED,
  failed: TimelineKind.FAILED,
  expired: TimelineKind.EXPIRED,
  cancelled: TimelineKind.CANCELLED,
  next_attempt: TimelineKind.NEXT_ATTEMPT,
};

const holds: Readonly<Record<Why, HeldFor>> = {
  schedule: HeldFor.SCHEDULE,
  quiet_hours: HeldFor.QUIET_HOURS,
  digest: HeldFor.DIGEST,
  throttle: HeldFor.THROTTLE,
};

export const stepToProto = (step: Step): MessageInitShape<typeof TimelineStepSchema> => ({
  kind: kinds[step.kind],
  at: timestampFromDate(step.at),
  ...(step.attempt && { attempt: attemptToProto(step.attempt) }),
  ...(step.why && { heldFor: holds[step.why] }),
  ...(step.until && { until: timestampFromDate(step.until) }),
  ...(step.reason && { reason: step.reason }),
});

export const statisticsToProto = ({ rows, days, reasons }: Statistics): MessageInitShape<typeof StatisticsSchema> => ({
  rows: rows.map(rowToProto),
  days: [...days],
  reasons: [...reasons],
});

function rowToProto(row: Row): MessageInitShape<typeof StatisticsRowSchema> {
  const { key, total, counts, latency, segments, costMicros } = row;
  const rate = deliveryRate(counts);
  return {
    key,
    total,
    counts,
    smsSegments: segments,
    costMicros: BigInt(Math.round(costMicros)),
    ...(rate !== undefined && { deliveryRate: rate }),
    ...(latency && { latencyP50Ms: latency.p50Ms, latencyP95Ms: latency.p95Ms }),
  };
}
