import { eventStream } from '@guildhall/contracts';
import { SiteChangedSchema } from '@guildhall/contracts/register/v1/events';
import type { Handler } from '@guildhall/kernel';
import { type Bus, consume, type Delivery, on } from '@guildhall/messaging';

type Report = (error: unknown, delivery: Delivery) => void;

/** Follows changed settings through to the open visits, by one process and even after a crash. */
export const sitesConsumer = (bus: Bus, rescheduleVisits: Handler<string>, report: Report) =>
  consume(bus, {
    stream: eventStream('register'),
    durable: 'register-reschedule',
    subscriptions: [on(SiteChangedSchema, ({ siteId }) => rescheduleVisits(siteId))],
    report,
  });
