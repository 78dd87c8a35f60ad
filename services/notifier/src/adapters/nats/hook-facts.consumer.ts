import { type DescMessage, type Message, toJson } from '@bufbuild/protobuf';
import { eventStream } from '@guildhall/contracts';
import {
  MessageAnsweredSchema,
  MessageDeliveredSchema,
  MessageFailedSchema,
  MessageReadSchema,
  MessageSentSchema,
} from '@guildhall/contracts/notifier/v1/events';
import type { Handler } from '@guildhall/kernel';
import { type Bus, consume, type Delivery, on, type Subscription } from '@guildhall/messaging';
import type { Happening } from '@guildhall/webhooks';
import type { HookEvent } from '../../domain/hooks/events.ts';

/** Hears what systems of others may want to know: our own facts. */
export function hookFactsConsumer(
  bus: Bus,
  tell: Handler<Happening>,
  report: (error: unknown, delivery: Delivery) => void,
) {
  const when = (schema: DescMessage, event: HookEvent): Subscription =>
    on(schema, async (fact, { id, at }) => {
      const { personId } = fact as Message & Readonly<{ personId: string }>;
      await tell({ id, event, personId, about: {}, at, data: toJson(schema, fact) as Record<string, unknown> });
    });
  return consume(bus, {
    stream: eventStream('notifier'),
    durable: 'notifier-webhooks',
    subscriptions: [
      when(MessageSentSchema, 'message.sent'),
      when(MessageDeliveredSchema, 'message.delivered'),
      when(MessageFailedSchema, 'message.failed'),
      when(MessageAnsweredSchema, 'message.answered'),
      when(MessageReadSchema, 'message.read'),
    ],
    report,
  });
}
