import { create, toBinary } from '@bufbuild/protobuf';
import { MessageFailedSchema, MessageSentSchema } from '@guildhall/contracts/notifier/v1/events';
import { expect, it } from 'vitest';
import type { RecordDelivery } from '../../app/sign-in/record-delivery.ts';
import { deliveriesConsumer } from './deliveries.consumer.ts';

const delivery = { id: 'm', subject: 's', aggregateId: 'a', version: 1, at: new Date(0), attempt: 1 };

it('hands reports about challenges on, and passes over the rest', async () => {
  const recorded: RecordDelivery[] = [];
  const { subscriptions } = deliveriesConsumer({ recordDelivery: async (report) => void recorded.push(report) });
  const hear = async (subject: string, data: Uint8Array): Promise<void> => {
    const heard = subscriptions.find((one) => one.subject === `evt.notifier.v1.${subject}`);
    await heard?.handle([{ data, delivery }]);
  };

  await hear('message-sent', toBinary(MessageSentSchema, create(MessageSentSchema, { reference: 'challenge:c1' })));
  await hear(
    'message-failed',
    toBinary(MessageFailedSchema, create(MessageFailedSchema, { reference: 'challenge:c2' })),
  );
  await hear('message-sent', toBinary(MessageSentSchema, create(MessageSentSchema, { reference: 'reminder:r1' })));

  expect(recorded).toEqual([
    { challengeId: 'c1', delivery: 'sent' },
    { challengeId: 'c2', delivery: 'failed' },
  ]);
});
