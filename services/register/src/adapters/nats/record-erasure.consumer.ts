import { eventStream } from '@guildhall/contracts';
import { PersonErasedSchema } from '@guildhall/contracts/identity/v1/events';
import type { Handler } from '@guildhall/kernel';
import { type Bus, consume, type Delivery, on } from '@guildhall/messaging';

/** Hears whom audit entries and deliveries of webhooks must not tell of any more: at once. */
export const recordErasureConsumer = (
  bus: Bus,
  forget: Handler<string>,
  report: (error: unknown, delivery: Delivery) => void,
) =>
  consume(bus, {
    stream: eventStream('identity'),
    durable: 'register-erasures',
    subscriptions: [on(PersonErasedSchema, ({ personId }) => forget(personId))],
    report,
  });
