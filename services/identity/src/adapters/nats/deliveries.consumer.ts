import { eventStream } from '@guildhall/contracts';
import { MessageFailedSchema, MessageSentSchema } from '@guildhall/contracts/notifier/v1/events';
import type { Handler } from '@guildhall/kernel';
import { on } from '@guildhall/messaging';
import type { RecordDelivery } from '../../app/sign-in/record-delivery.ts';
import { challengeOf } from './contact.messages.ts';

type Deps = Readonly<{ recordDelivery: Handler<RecordDelivery> }>;

/** What became of the codes we sent, as the notifier tells it. */
export const deliveriesConsumer = ({ recordDelivery }: Deps) => {
  const record = async (reference: string, delivery: RecordDelivery['delivery']): Promise<void> => {
    const challengeId = challengeOf(reference);
    if (challengeId) await recordDelivery({ challengeId, delivery });
  };
  return {
    stream: eventStream('notifier'),
    durable: 'identity-deliveries',
    subscriptions: [
      on(MessageSentSchema, ({ reference }) => record(reference, 'sent')),
      on(MessageFailedSchema, ({ reference }) => record(reference, 'failed')),
    ],
  };
};
