import { eventStream } from '@guildhall/contracts';
import { MessageAnsweredSchema, MessageFailedSchema, MessageReadSchema } from '@guildhall/contracts/notifier/v1/events';
import type { Handler } from '@guildhall/kernel';
import { type Bus, consume, type Delivery, on } from '@guildhall/messaging';
import type { MessageNews } from '../../app/requests/follow-chain.ts';

type Deps = Readonly<{
  hear: Handler<MessageNews>;
  report: (error: unknown, delivery: Delivery) => void;
}>;

/** Hears our own facts: a chain of questions ends with the answer to one of them. */
export const chainConsumer = (bus: Bus, { hear, report }: Deps) => {
  const news = async (kind: MessageNews['kind'], { escalationId, escalationStep: step }: Told): Promise<void> => {
    if (escalationId) await hear({ chainId: escalationId, step, kind });
  };
  return consume(bus, {
    stream: eventStream('notifier'),
    durable: 'notifier-escalations',
    subscriptions: [
      on(MessageAnsweredSchema, (told) => news('answered', told)),
      on(MessageReadSchema, (told) => news('read', told)),
      on(MessageFailedSchema, (told) => news('failed', told)),
    ],
    report,
  });
};

type Told = Readonly<{ escalationId: string; escalationStep: number }>;
