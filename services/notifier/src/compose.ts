import { NotifierService } from '@guildhall/contracts/notifier/v1/service';
import type { DescMethod } from '@bufbuild/protobuf';
import { deadLetters, sealer, serve } from '@guildhall/messaging';
import { dueItems } from '@guildhall/mongo';
import { once, type Process, token } from '@guildhall/runtime';
import { hash } from 'node:crypto';
import { container, type DependencyContainer } from 'tsyringe';
import { listMessagesQuery } from './adapters/mongo/message.query.ts';
import { notifierService } from './adapters/nats/notifier.service.ts';
import { openWaysOut } from './adapters/providers/open.ts';
import { listProviders, outlets as outletsOf } from './adapters/providers/outlets.ts';
import type { WaysOut } from './adapters/providers/ways-out.ts';
import { templates } from './adapters/templates/templates.ts';
import { type AcceptMessages, acceptMessagesHandler } from './app/accept-messages.ts';
import { deliverMessageHandler } from './app/deliver-message.ts';
import { getMessageHandler } from './app/get-message.ts';
import type { MessageRepository, Notes, Outlets, Templates } from './app/ports.ts';
import { emergenciesFirst, type Precedence } from './app/precedence.ts';
import { recordOutcome } from './app/record-outcome.ts';
import { type Sender, sender } from './app/sender.ts';
import { takeDueMessageHandler } from './app/take-due-message.ts';
import { startConsumers } from './compose/consumers.ts';
import { keepNotes, pause } from './compose/notes.ts';
import { openStored, type Stored } from './compose/stored.ts';
import type { Settings } from './config.ts';

const Messages = token<MessageRepository>('messages');
const Ways = token<WaysOut>('ways out');
const Out = token<Outlets>('outlets');
const Letters = token<Templates>('templates');
const Sending = token<Sender>('sender');
const Accept = token<AcceptMessages>('accept messages');

type Parts = Readonly<{
  given: Process<Settings>;
  stored: Stored;
  notes: Notes;
  precedence: Precedence;
  nudge: () => void;
}>;

/** Puts the notifier together and starts it. */
export async function compose(given: Process<Settings>): Promise<void> {
  const { bus, clock, life, log } = given;
  const stored = await openStored(given);
  const { kept, messages } = stored;
  const notes = await keepNotes(given, messages);

  const wake: { due?: () => void } = {};
  const precedence = emergenciesFirst();
  const parts = bind({ given, stored, notes, precedence, nudge: () => wake.due?.() });
  const ways = parts.resolve(Ways);
  await life.hold('providers', ways, (held) => Promise.all(Object.values(held).map((way) => way.close())));
  for (const { name, state } of Object.values(ways)) given.health.show(name, state);
  const sending = await life.hold('sender', parts.resolve(Sending), (held) => held.close());

  const outlets = parts.resolve(Out);
  const handle = takeDueMessageHandler({ messages, outlets, sender: sending, precedence, clock });
  const report = (error: unknown, messageId: string): void => log.error({ error, messageId }, 'due message');
  const due = await life.hold('due messages', dueItems({ of: kept, clock, handle, report }), (held) => held.close());
  wake.due = due.nudge;
  await life.hold('clock moves', clock.onMove(due.nudge), (stop) => stop());

  await startConsumers(given, { ...stored, accept: parts.resolve(Accept) });
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

function bind({ given, stored, notes, precedence, nudge }: Parts): DependencyContainer {
  const { messages, updates } = stored;
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
    once((c) => outletsOf(c.resolve(Ways), updates)),
  );
  child.register(
    Letters,
    once(() => templates({ sealer: sealer(settings.SEALING_KEY), standing })),
  );
  child.register(
    Sending,
    once((c) => {
      const out = { outlets: c.resolve(Out), templates: c.resolve(Letters) };
      const told = { record, notes, precedence, nudge };
      const deliver = deliverMessageHandler({ ...out, ...stored, ...told, clock, random: Math.random });
      return sender({ deliver, report: (error, messageId) => log.error({ error, messageId }, 'message not sent') });
    }),
  );
  child.register(
    Accept,
    once((c) => {
      const out = { outlets: c.resolve(Out), templates: c.resolve(Letters), sender: c.resolve(Sending) };
      return acceptMessagesHandler({ ...out, ...stored, precedence, clock, idOf });
    }),
  );
  return child;
}

/** The id that `sendCommand` gives the command, so that one name runs from the outbox to the inbox. */
const idOf = (idempotencyKey: string): string => hash('sha256', idempotencyKey, 'base64url').slice(0, 32);
