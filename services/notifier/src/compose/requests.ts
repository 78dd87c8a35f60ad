import { RequestService } from '@guildhall/contracts/notifier/v1/requests';
import type { Clock, NewId } from '@guildhall/kernel';
import { newId, serve } from '@guildhall/messaging';
import { type Aggregates, dueItems } from '@guildhall/mongo';
import type { Process } from '@guildhall/runtime';
import { audienceQuery } from '../adapters/mongo/audience.query.ts';
import { chainRepository } from '../adapters/mongo/chain.repository.ts';
import { listRepository } from '../adapters/mongo/list.repository.ts';
import { listRequestsQuery } from '../adapters/mongo/request.query.ts';
import { requestRepository } from '../adapters/mongo/request.repository.ts';
import { topicRepository } from '../adapters/mongo/topic.repository.ts';
import { chainMessage } from '../adapters/nats/chain.message.ts';
import { chainConsumer } from '../adapters/nats/chain.consumer.ts';
import { requestsService } from '../adapters/nats/requests.service.ts';
import { rolesClient } from '../adapters/nats/roles.client.ts';
import { answerLinks } from '../adapters/node/answer-links.ts';
import { templateBook } from '../adapters/templates/book.ts';
import type { AcceptMessages } from '../app/accept-messages.ts';
import type { Templates } from '../app/ports.ts';
import { cancelMessageHandler } from '../app/requests/cancel-message.ts';
import { cancelRequestHandler } from '../app/requests/cancel-request.ts';
import { answerByLinkHandler, hearNewsHandler, tickChainHandler } from '../app/requests/follow-chain.ts';
import { forgetSubscriberHandler } from '../app/requests/forget-subscriber.ts';
import { readSource } from '../app/requests/read-source.ts';
import { runRequestHandler } from '../app/requests/run-request.ts';
import { sendMessagesHandler } from '../app/requests/send-messages.ts';
import { showRequestHandler } from '../app/requests/show-request.ts';
import { type StartAudience, startAudienceHandler } from '../app/requests/start-audience.ts';
import { stopMessages } from '../app/requests/stop-messages.ts';
import type { Settings } from '../config.ts';
import type { Chain } from '../domain/requests/escalation.ts';
import type { Stored } from './stored.ts';

type Deps = Readonly<{
  stored: Stored;
  accept: AcceptMessages;
  templates: Templates;
  idOf: (text: string) => string;
}>;

/** What others need of it. */
export type RequestParts = Readonly<{
  startAudience: (asked: StartAudience) => Promise<void>;
  forgetPerson: (personId: string) => Promise<void>;
}>;

const close = (held: Readonly<{ close(): Promise<void> }>): Promise<void> => held.close();

/** Few at once: each holds a page of addressees. */
const AT_ONCE = 4;

/** Starts what makes many messages of one request, and what asks step by step. */
export async function composeRequests(given: Process<Settings>, deps: Deps): Promise<RequestParts> {
  const { bus, clock, life, log } = given;
  const wake: { requests?: () => void; chains?: () => void } = {};
  const parts = await partsOf(given, deps);
  const shared = {
    ...parts,
    ...deps,
    attachments: deps.stored.attachments,
    clock,
    newId,
    nudge: () => wake.requests?.(),
    nudgeChains: () => wake.chains?.(),
  };
  const stop = stopMessages(shared);

  const hold = async <State>(name: string, of: Aggregates<State>, handle: (id: string) => Promise<void>) => {
    const report = (error: unknown, id: string): void => log.error({ error, id }, name);
    const due = await life.hold(name, dueItems({ of, clock, handle, report, batch: AT_ONCE }), close);
    await life.hold(`clock of ${name}`, clock.onMove(due.nudge), (ended) => ended());
    return due.nudge;
  };
  wake.requests = await hold('requests', deps.stored.requests, runRequestHandler({ ...shared, stop }));
  wake.chains = await hold('escalations', deps.stored.chains, tickChainHandler(shared));

  const chain = { ...shared, nudge: shared.nudgeChains };
  const reportNews = (error: unknown): void => log.warn({ error }, 'news of an escalation refused');
  const consuming = chainConsumer(bus, { hear: hearNewsHandler(chain), report: reportNews });
  await (
    await life.hold('notifier-escalations', consuming, close)
  ).ready;

  await serveRequests(given, deps, shared);
  return { startAudience: startAudienceHandler(shared), forgetPerson: forgetSubscriberHandler(shared) };
}

type Shared = Awaited<ReturnType<typeof partsOf>> & Waking & Deps & Pick<Stored, 'attachments'> & Clocked;
type Waking = Readonly<{ nudge: () => void; nudgeChains: () => void }>;
type Clocked = Readonly<{ clock: Clock; newId: NewId }>;

async function serveRequests(given: Process<Settings>, { stored }: Deps, shared: Shared): Promise<void> {
  const { bus, life, log } = given;
  const service = requestsService({
    sendMessages: sendMessagesHandler(shared),
    listRequests: listRequestsQuery(stored.requests.model),
    showRequest: showRequestHandler(shared),
    cancelRequest: cancelRequestHandler(shared),
    cancelMessage: cancelMessageHandler(shared),
    answerByLink: answerByLinkHandler({ ...shared, nudge: shared.nudgeChains }),
    topics: shared.topics,
  });
  const report = (error: unknown, method: { name: string }): void =>
    log.error({ error, method: method.name }, 'method');
  await life.hold('request methods', serve(bus, RequestService, service, { report }), close);
}

async function partsOf({ bus, store, settings, clock }: Process<Settings>, { stored, templates }: Deps) {
  const [lists, topics] = await Promise.all([listRepository(store.connection), topicRepository(store.connection)]);
  const book = templateBook(templates);
  const links = answerLinks(settings.SEALING_KEY);
  const roles = rolesClient(bus);
  const answerUrl = ({ id, wish }: Chain): string | undefined =>
    book.takesAnswerLink(wish.template) ? `${settings.PUBLIC_URL}/answer/${links.sign(id)}` : undefined;
  const toEnvelope = chainMessage({ answerUrl });
  return {
    lists,
    topics,
    book,
    links,
    roles,
    read: readSource({ lists, roles, topics }),
    requests: requestRepository(stored.requests),
    chains: chainRepository({ aggregates: stored.chains, toEnvelope, now: () => clock.now() }),
    messages: { ...stored.messages, ...audienceQuery(stored.kept.model) },
  };
}
