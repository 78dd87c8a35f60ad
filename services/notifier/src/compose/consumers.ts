import { consume, type Consuming } from '@guildhall/messaging';
import type { Process } from '@guildhall/runtime';
import type { Hooks } from '../adapters/nats/hook.service.ts';
import { inboundConsumer } from '../adapters/nats/inbound.consumer.ts';
import { recipientsConsumer } from '../adapters/nats/recipients.consumer.ts';
import { LANES, sendConsumer } from '../adapters/nats/send.consumer.ts';
import type { AcceptMessages } from '../app/accept-messages.ts';
import { forgetEntriesHandler } from '../app/inbox/forget-entries.ts';
import type { Entries } from '../app/inbox/ports.ts';
import { forgetPersonHandler } from '../app/forget-person.ts';
import type { MessageRepository, Recipients } from '../app/ports.ts';
import { receiveTextHandler } from '../app/receive-text.ts';
import { reportDeliveryHandler } from '../app/report-delivery.ts';
import type { Settings } from '../config.ts';
import type { RequestParts } from './requests.ts';
import type { RuleParts } from './rules.ts';

type Deps = Readonly<{
  accept: AcceptMessages;
  messages: MessageRepository;
  recipients: Recipients;
  told: RuleParts;
  requested: RequestParts;
  entries: Entries;
  hooks: Pick<Hooks, 'forgetPerson'>;
}>;

/** Begins to listen: to identity first, then to those who ask for messages, then to providers. */
export async function startConsumers({ bus, life, log, clock }: Process<Settings>, deps: Deps): Promise<void> {
  const { accept, messages, recipients, told, requested, hooks } = deps;
  const hold = async (durable: string, start: (report: (error: unknown) => void) => Consuming): Promise<void> => {
    const consuming = start((error) => log.warn({ error, durable }, 'message refused'));
    const { ready } = await life.hold(durable, consuming, (held) => held.close());
    await ready;
  };
  const [forgetMessages, forgetEntries] = [
    forgetPersonHandler({ messages, recipients, clock }),
    forgetEntriesHandler(deps),
  ];
  const forgetPerson = async (personId: string): Promise<void> => {
    // While it is known what was theirs.
    await told.forgetWishes(personId);
    await forgetMessages(personId);
    await forgetEntries(personId);
    await hooks.forgetPerson(personId);
    await requested.forgetPerson(personId);
  };
  await hold('notifier-recipients', (report) => recipientsConsumer(bus, { recipients, forgetPerson, report }));
  for (const lane of LANES) {
    const consumer = sendConsumer(lane, accept, requested.startAudience);
    await hold(consumer.durable, (report) => consume(bus, { ...consumer, report }));
  }
  const receiveText = receiveTextHandler({ messages, noteWord: told.noteWord });
  const reportDelivery = reportDeliveryHandler({ messages, noteBounce: told.noteBounce });
  await hold('notifier-inbound', (report) => inboundConsumer(bus, { receiveText, reportDelivery, report }));
}
