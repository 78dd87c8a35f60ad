import { timestampDate } from '@bufbuild/protobuf/wkt';
import { eventStream } from '@guildhall/contracts';
import { ActRecordedSchema } from '@guildhall/contracts/volunteers/v1/events';
import { type Bus, consume, type Delivery, onGroup } from '@guildhall/messaging';
import type { AuditTrail } from '../../app/audits/ports.ts';

/** The entries that were stored with what they tell of, into the list of all. */
export const auditsConsumer = (
  bus: Bus,
  { keep }: Pick<AuditTrail, 'keep'>,
  report: (error: unknown, delivery: Delivery) => void,
) =>
  consume(bus, {
    stream: eventStream('volunteers'),
    durable: 'volunteers-audits',
    subscriptions: [
      onGroup(ActRecordedSchema, async (items) => {
        const entries = items.map(({ event, delivery }) => {
          const { action, subjectId, actorId, via, ip, userAgent, subject, before, after, reason, at } = event;
          const entry = { action, subjectId, actorId, via, ip, userAgent, subject, before, after, reason };
          return { ...entry, id: delivery.id, at: at ? timestampDate(at) : delivery.at };
        });
        await keep(entries);
        return [];
      }),
    ],
    report,
  });
