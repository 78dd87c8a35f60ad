import { NotifierService } from '@guildhall/contracts/notifier/v1/service';
import type { DescMethod } from '@bufbuild/protobuf';
import { consume, deadLetters, sealer, serve } from '@guildhall/messaging';
import { aggregates, dueItems, relayed } from '@guildhall/mongo';
import { once, type Process, token } from '@guildhall/runtime';
import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { container, type DependencyContainer } from 'tsyringe';
import { leftNotes, noteName } from './adapters/fs/left-notes.ts';
import { noteFile } from './adapters/fs/note-file.ts';
import { listMessagesQuery } from './adapters/mongo/message.query.ts';
import { messageIndexes, messageRepository } from './adapters/mongo/message.repository.ts';
import type { MessageState } from './adapters/mongo/message.state.ts';
import { toEnvelope } from './adapters/nats/message.messages.ts';
import { notifierService } from './adapters/nats/notifier.service.ts';
import { LANES, sendConsumer } from './adapters/nats/send.consumer.ts';
import { openWaysOut } from './adapters/providers/open.ts';
import { listProviders, outlets } from './adapters/providers/outlets.ts';
import type { WaysOut } from './adapters/providers/ways-out.ts';
import { templates } from './adapters/templates/templates.ts';
import { type AcceptMessages, acceptMessagesHandler } from './app/accept-messages.ts';
import { deliverMessageHandler } from './app/deliver-message.ts';
import { getMessageHandler } from './app/get-message.ts';
import type { MessageRepository, Notes, Outlets, Templates } from './app/ports.ts';
import { recallAcceptedHandler } from './app/recall-accepted.ts';
import { recordOutcome } from './app/record-outcome.ts';
import { type Sender, sender } from './app/sender.ts';
import { takeDueMessageHandler } from './app/take-due-message.ts';
import type { Settings } from './config.ts';

const Messages = token<MessageRepository>('messages');
const Ways = token<WaysOut>('ways out');
const Out = token<Outlets>('outlets');
const Letters = token<Templates>('templates');
const Sending = token<Sender>('sender');
const Accept = token<AcceptMessages>('accept messages');

type Parts = Readonly<{ given: Process<Settings>; messages: MessageRepository; notes: Notes; nudge: () => void }>;

/** Puts the notifier together and starts it. */
export async function compose(given: Process<Settings>): Promise<void> {
  const { bus, store, clock, life, log } = given;
  const keep = relayed(
    bus,
    (offer) => ({
      kept: aggregates<MessageState>({ store, collection: 'messages', indexes: messageIndexes, offer }),
    }),
    { report: (error) => log.warn({ error }, 'relay') },
  );
  const { kept } = await life.hold('relay', keep, ({ relay }) => relay.close());
  const messages = messageRepository({ aggregates: kept, toEnvelope });

  const notes = await keepNotes(given, messages);

  const wake: { due?: () => void } = {};
  const parts = bind({ given, messages, notes, nudge: () => wake.due?.() });
  const ways = parts.resolve(Ways);
  await life.hold('providers', ways, (held) => Promise.all(Object.values(held).map((way) => way.close())));
  for (const { name, state } of Object.values(ways)) given.health.show(name, state);
  const sending = await life.hold('sender', parts.resolve(Sending), (held) => held.close());

  const handle = takeDueMessageHandler({ messages, outlets: parts.resolve(Out), sender: sending, clock });
  const report = (error: unknown, messageId: string): void => log.error({ error, messageId }, 'due message');
  const due = await life.hold('due messages', dueItems({ of: kept, clock, handle, report }), (held) => held.close());
  wake.due = due.nudge;
  await life.hold('clock moves', clock.onMove(due.nudge), (stop) => stop());

  await startConsumers(given, parts.resolve(Accept));
  const listMessages = listMessagesQuery({ model: kept.model, clock });
  const service = notifierService({
    listMessages,
    listProviders: listProviders(ways),
    deadLetters: deadLetters(bus),
    getMessage: getMessageHandler({ messages }),
  });
  const reportCall = (error: unknown, method: DescMethod): void => log.error({ error, method: method.name }, 'method');
  await life.hold('methods', serve(bus, NotifierService, service, { report: reportCall }), (held) => held.close());
}

/** Settles what a process that died on this host left behind, then opens a file for our own notes. */
async function keepNotes(
  { settings, store, life, log }: Process<Settings>,
  messages: MessageRepository,
): Promise<Notes> {
  const database = `${settings.MONGO_URL}/${store.connection.name}`;
  const folder = join(settings.NOTES_DIR, createHash('sha256').update(database).digest('hex').slice(0, 16));
  const left = leftNotes(folder, isOtherProcess);
  await recallAcceptedHandler({ messages, record: recordOutcome({ messages, pause }) })(left.notes);
  left.discard();
  const name = noteName(process.pid, randomBytes(6).toString('hex'));
  const file = noteFile({ folder, name, report: (error) => log.warn({ error }, 'note not kept') });
  return life.hold('notes', file, (held) => held.close());
}

// In a container every process has the same number: a file of ours is one of our predecessor.
function isOtherProcess(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const pause = (n: number): Promise<void> => sleep(Math.min(50 * 2 ** n, 1_000), undefined, { ref: false });

function bind({ given, messages, notes, nudge }: Parts): DependencyContainer {
  const { settings, clock, log } = given;
  const child = container.createChildContainer();
  const record = recordOutcome({ messages, pause });
  const standing = { organisation: settings.ORGANISATION_NAME };

  child.register(Messages, { useValue: messages });
  child.register(
    Ways,
    once(() => openWaysOut(settings)),
  );
  child.register(
    Out,
    once((c) => outlets(c.resolve(Ways))),
  );
  child.register(
    Letters,
    once(() => templates({ sealer: sealer(settings.SEALING_KEY), standing })),
  );
  child.register(
    Sending,
    once((c) => {
      const out = { outlets: c.resolve(Out), templates: c.resolve(Letters) };
      const deliver = deliverMessageHandler({ ...out, messages, record, notes, clock, random: Math.random, nudge });
      return sender({ deliver, report: (error, messageId) => log.error({ error, messageId }, 'message not sent') });
    }),
  );
  child.register(
    Accept,
    once((c) => {
      const out = { outlets: c.resolve(Out), templates: c.resolve(Letters), sender: c.resolve(Sending) };
      return acceptMessagesHandler({ ...out, messages, clock, idOf });
    }),
  );
  return child;
}

async function startConsumers({ bus, life, log }: Process<Settings>, accept: AcceptMessages): Promise<void> {
  for (const lane of LANES) {
    const consumer = sendConsumer(lane, accept);
    const { durable } = consumer;
    const report = (error: unknown): void => log.warn({ error, durable }, 'message refused');
    const { ready } = await life.hold(durable, consume(bus, { ...consumer, report }), (held) => held.close());
    await ready;
  }
}

/** The id that `sendCommand` gives the command, so that one name runs from the outbox to the inbox. */
const idOf = (idempotencyKey: string): string =>
  createHash('sha256').update(idempotencyKey).digest('base64url').slice(0, 32);
