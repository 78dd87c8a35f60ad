import { eventStream } from '@guildhall/contracts';
import { PersonErasedSchema } from '@guildhall/contracts/identity/v1/events';
import type { Handler } from '@guildhall/kernel';
import { type Bus, consume, type Delivery, on } from '@guildhall/messaging';

type Report = (error: unknown, delivery: Delivery) => void;

const dayMs = 86_400_000;

/** Hears whom evacuations must not tell of any more; patiently, for an incident may go on for hours. */
export const rollCallErasureConsumer = (bus: Bus, forgetPerson: Handler<string>, report: Report) =>
  consume(bus, {
    stream: eventStream('identity'),
    durable: 'register-roll-call-erasures',
    subscriptions: [on(PersonErasedSchema, ({ personId }) => forgetPerson(personId))],
    patienceMs: dayMs,
    report,
  });
