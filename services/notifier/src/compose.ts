import { NotifierService } from '@guildhall/contracts/notifier/v1/service';
import type { DescMethod } from '@bufbuild/protobuf';
import { deadLetters, sealer, serve } from '@guildhall/messaging';
import { dueItems } from '@guildhall/mongo';
import type { Surroundings } from '@guildhall/providers';
import { once, type Process, token } from '@guildhall/runtime';
import { hash } from 'node:crypto';
import { container, type DependencyContainer } from 'tsyringe';
import { listMessagesQuery } from './adapters/mongo/message.query.ts';
import { notifierService } from './adapters/nats/notifier.service.ts';
import { openWaysOut } from './adapters/providers/open.ts';
import { listProviders, outlets as outletsOf } from './adapters/providers/outlets.ts';
import { accountsOf, type WaysOut } from './adapters/providers/ways-out.ts';
import { templates } from './adapters/templates/templates.ts';
import { type AcceptMessages, acceptMessagesHandler } from './app/accept-messages.ts';
import type { CurrentBrand } from './app/brand/brands.ts';
import { deliverMessageHandler } from './app/deliver-message.ts';
import { getMessageHandler } from './app/get-message.ts';
import { putIntoInboxHandler } from './app/inbox/put-into-inbox.ts';
import { withInbox } from './app/inbox/with-inbox.ts';
import type { MessageRepository, Notes, Outlets, Templates } from './app/ports.ts';
import { emergenciesFirst, type Precedence } from './app/precedence.ts';
import { recordOutcome } from './app/record-outcome.ts';
import { contentOf } from './app/rules/contents.ts';
import { releaseMessage } from './app/rules/release-message.ts';
import { type Sender, sender } from './app/sender.ts';
import { takeDueMessageHandler } from './app/take-due-message.ts';
import { composeHooks } from './compose/hooks.ts';
import { composeInbox } from './compose/inbox.ts';
import { composeKnowing } from './compose/knowing.ts';
import { startConsumers } from './compose/consumers.ts';
import { keepNotes, pause } from './compose/notes.ts';
import { surroundings } from './compose/replicas.ts';
import { composeRequests } from './compose/requests.ts';
import { composeRules, type RuleParts } from './compose/rules.ts';
import { openStored, type Stored } from './compose/stored.ts';
import { composeTemplates, openBrand } from './compose/templates.ts';
import type { Settings } from './config.ts';

const Messages = token<MessageRepository>('messages');
const Ways = token<WaysOut>('ways out');
const Out = token<Outlets>('outlets');
const Letters = token<Templates>('templates');
const Sending = token<Sender>('sender');
const Accept = token<AcceptMessages>('accept messages');

type Parts = Readonly<{
  given: Process<Settings>;
  around: Surroundings;
  stored: Stored;
  told: RuleParts;
  brand: CurrentBrand;
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

  const brand = await openBrand(given);
  const wake: { due?: () => void } = {};
  const precedence = emergenciesFirst();
  const around = await surroundings(given);
  const told = await composeRules(given, stored.ruled, { ...stored, idOf });
  const parts = bind({ given, around, stored, told, brand, notes, precedence, nudge: () => wake.due?.() });
  const ways = parts.resolve(Ways);
  await life.hold('providers', ways, (held) => Promise.all(Object.values(held).map((way) => way.close())));
  for (const [, { name, state }] of accountsOf(ways)) given.health.show(name, state);
  const sending = await life.hold('sender', parts.resolve(Sending), (held) => held.close());

  const outlets = parts.resolve(Out);
  const release = releaseMessage({ messages, outlets, ...told });
  const handle = takeDueMessageHandler({ messages, release, sender: sending, precedence, clock });
  const report = (error: unknown, messageId: string): void => log.error({ error, messageId }, 'due message');
  const due = await life.hold('due messages', dueItems({ of: kept, clock, handle, report }), (held) => held.close());
  wake.due = due.nudge;
  await life.hold('clock moves', clock.onMove(due.nudge), (stop) => stop());

  await composeInbox(given, stored);
  await composeKnowing(given, stored);
  const hooks = await composeHooks(given, stored.hooked);
  const shown = { brand, templates: parts.resolve(Letters), accept: parts.resolve(Accept) };
  await composeTemplates(given, { ...shown, recipients: stored.recipients });
  const asking = { stored, accept: parts.resolve(Accept), templates: parts.resolve(Letters), idOf };
  const requested = await composeRequests(given, asking);
  await startConsumers(given, { ...stored, hooks, told, requested, accept: parts.resolve(Accept) });
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

function bind({ given, around, stored, told, brand, notes, precedence, nudge }: Parts): DependencyContainer {
  const { messages, updates, threads } = stored;
  const { settings, clock, log } = given;
  const { SUPPORT_CONTACT: supportContact } = settings;
  const child = container.createChildContainer();
  const record = recordOutcome({ messages, pause });

  child.register(Messages, { useValue: messages });
  child.register(
    Ways,
    once(() => openWaysOut(settings, around)),
  );
  child.register(
    Out,
    once((c) =>
      withInbox(outletsOf(c.resolve(Ways), updates, threads), putIntoInboxHandler({ entries: stored.entries, clock })),
    ),
  );
  child.register(
    Letters,
    once(() => templates({ sealer: sealer(settings.SEALING_KEY), brand: brand.get, supportContact })),
  );
  child.register(
    Sending,
    once((c) => {
      const words = contentOf({ messages, templates: c.resolve(Letters), ...told });
      const out = { outlets: c.resolve(Out), contentOf: words, ...told };
      const ours = { record, notes, precedence, pause, nudge };
      const deliver = deliverMessageHandler({ ...out, ...stored, ...ours, clock, random: Math.random });
      return sender({ deliver, report: (error, messageId) => log.error({ error, messageId }, 'message not sent') });
    }),
  );
  child.register(
    Accept,
    once((c) => {
      const out = { outlets: c.resolve(Out), templates: c.resolve(Letters), sender: c.resolve(Sending) };
      return acceptMessagesHandler({ ...out, ...stored, ...told, precedence, clock, idOf });
    }),
  );
  return child;
}

/** The id that `sendCommand` gives the command, so that one name runs from the outbox to the inbox. */
const idOf = (idempotencyKey: string): string => hash('sha256', idempotencyKey, 'base64url').slice(0, 32);
