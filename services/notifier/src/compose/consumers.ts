import { consume, type Consuming } from '@guildhall/messaging';
import type { Process } from '@guildhall/runtime';
import { inboundConsumer } from '../adapters/nats/inbound.consumer.ts';
import { recipientsConsumer } from '../adapters/nats/recipients.consumer.ts';
import { LANES, sendConsumer } from '../adapters/nats/send.consumer.ts';
import type { AcceptMessages } from '../app/accept-messages.ts';
import { forgetPersonHandler } from '../app/forget-person.ts';
import type { MessageRepository, Recipients, StopWords } from '../app/ports.ts';
import { receiveTextHandler } from '../app/receive-text.ts';
import { reportDeliveryHandler } from '../app/report-delivery.ts';
import type { Settings } from '../config.ts';

type Deps = Readonly<{
  accept: AcceptMessages;
  messages: MessageRepository;
  recipients: Recipients;
  stopWords: StopWords;
}>;

/** Begins to listen: to identity first, then to those who ask for messages, then to providers. */
export async function startConsumers({ bus, life, log, clock }: Process<Settings>, deps: Deps): Promise<void> {
  const { accept, messages, recipients, stopWords } = deps;
  const hold = async (durable: string, start: (report: (error: unknown) => void) => Consuming): Promise<void> => {
    const consuming = start((error) => log.warn({ error, durable }, 'message refused'));
    const { ready } = await life.hold(durable, consuming, (held) => held.close());
    await ready;
  };
  const forgetPerson = forgetPersonHandler({ messages, recipients, clock });
  await hold('notifier-recipients', (report) => recipientsConsumer(bus, { recipients, forgetPerson, report }));
  for (const lane of LANES) {
    const consumer = sendConsumer(lane, accept);
    await hold(consumer.durable, (report) => consume(bus, { ...consumer, report }));
  }
  const receiveText = receiveTextHandler({ messages, stopWords });
  const reportDelivery = reportDeliveryHandler({ messages });
  await hold('notifier-inbound', (report) => inboundConsumer(bus, { receiveText, reportDelivery, report }));
}
