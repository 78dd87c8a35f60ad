import { eventStream } from '@guildhall/contracts';
import { MessageFailedSchema, MessageSentSchema } from '@guildhall/contracts/notifier/v1/events';
import type { Handler } from '@guildhall/kernel';
import { type Bus, consume, type Delivery, on } from '@guildhall/messaging';
import type { SettleSend } from '../../app/reminders/settle-send.ts';

type Report = (error: unknown, delivery: Delivery) => void;

/** Hears from the notifier what became of reminders. */
export const outcomesConsumer = (bus: Bus, settleSend: Handler<SettleSend>, report: Report) =>
  consume(bus, {
    stream: eventStream('notifier'),
    durable: 'register-reminders',
    subscriptions: [
      on(MessageSentSchema, ({ reference }) => settleSend({ reference, state: 'sent', reason: '' })),
      on(MessageFailedSchema, ({ reference, reason }) => settleSend({ reference, state: 'failed', reason })),
    ],
    report,
  });
