import { create, fromBinary, type MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { eventStream } from '@guildhall/contracts';
import { PersonErasedSchema, PersonReachableSchema } from '@guildhall/contracts/identity/v1/events';
import { IdentityService, Method, PersonStatus } from '@guildhall/contracts/identity/v1/service';
import {
  Category,
  Channel,
  Lane,
  Reach,
  ReceiveTextSchema,
  SendMessageSchema,
} from '@guildhall/contracts/notifier/v1/commands';
import { type MessageFailed, MessageFailedSchema } from '@guildhall/contracts/notifier/v1/events';
import {
  RequestService,
  type SendMessagesRequestSchema,
  SendRequestState,
} from '@guildhall/contracts/notifier/v1/requests';
import { MessageState } from '@guildhall/contracts/notifier/v1/service';
import { servicePrincipal } from '@guildhall/kernel';
import { type Bus, client, command, fact, feed, publish, serve, type Served } from '@guildhall/messaging';
import { aggregates, type Store } from '@guildhall/mongo';
import { type HttpFake, httpFake, type SmtpFake, smtpFake } from '@guildhall/providers/testing';
import { offsetClock } from '@guildhall/runtime';
import { testBus, testStore } from '@guildhall/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { listRepository } from './adapters/mongo/list.repository.ts';
import { requestCollection, requestRepository } from './adapters/mongo/request.repository.ts';
import type { RequestState } from './adapters/mongo/request.state.ts';
import { advance, lease, listIdOf, startRequest } from './domain/requests/send-request.ts';
import { ask, startNotifier } from './testing.ts';

let bus: Bus;
let store: Store;
let vendor: HttpFake;
let mail: SmtpFake;
let clock: ReturnType<typeof offsetClock>;
let identity: Served | undefined;
const replicas: Awaited<ReturnType<typeof startNotifier>>[] = [];

beforeAll(async () => {
  bus = await testBus();
});
afterAll(() => bus.close());
beforeEach(async () => {
  clock = offsetClock();
  [store, vendor, mail] = await Promise.all([testStore(), httpFake(), smtpFake()]);
  vendor.answer(({ path }) => ({
    status: path.includes('Messages.json') ? 201 : 200,
    body: { sid: 'SM1', name: 'm1' },
  }));
});
afterEach(async () => {
  await Promise.all(replicas.splice(0).map(({ close }) => close()));
  await identity?.close();
  identity = undefined;
  await Promise.all([store.close(), vendor.close(), mail.close()]);
});

async function start() {
  const env = {
    SMTP_URL: mail.url,
    TWILIO_BASE_URL: vendor.url,
    FCM_BASE_URL: vendor.url,
    SLACK_API_URL: `${vendor.url}/api/`,
    SMS_PER_SECOND: '1000',
  };
  const replica = await startNotifier({ bus, store, clock, env });
  replicas.push(replica);
  return {
    ...replica,
    requests: client(bus, RequestService, { principal: servicePrincipal('ada'), timeoutMs: 8_000 }),
  };
}
type Calls = Awaited<ReturnType<typeof start>>['requests'];

const wait = { timeout: 12_000, interval: 25 };
let people = 0;
const personOf = async (change: MessageInitShape<typeof PersonReachableSchema> = {}): Promise<string> => {
  const personId = `p${(people += 1)}-${Date.now()}`;
  const contacts = [
    { contactId: 'phone', method: Method.SMS, value: `+4477009${String(10_000 + people)}` },
    { contactId: 'mail', method: Method.EMAIL, value: `${personId}@example.org` },
  ];
  const said = create(PersonReachableSchema, {
    personId,
    active: true,
    contacts,
    preferredContactId: 'mail',
    ...change,
  });
  await publish(bus, fact(PersonReachableSchema, { id: personId, version: 1 }, clock.now(), said));
  await vi.waitFor(
    async () =>
      expect(await store.connection.collection('recipients').countDocuments({ _id: personId as never })).toBe(1),
    wait,
  );
  return personId;
};
const to = (...all: MessageInitShape<typeof SendMessagesRequestSchema>['recipients'] & object) => all;
const email = (value: string) => ({ to: { case: 'email' as const, value } });
const person = (value: string) => ({ to: { case: 'personId' as const, value } });
const alert = (change: MessageInitShape<typeof SendMessagesRequestSchema> = {}) => ({
  template: 'watch-alert',
  variables: { visitorName: 'Eve', siteName: 'North' },
  category: Category.COURSE,
  ...change,
});
const mailsTo = (): string[] => mail.mails.flatMap((one) => one.to).toSorted();
const isDone = (requests: Calls, requestId: string, patience = wait) =>
  vi.waitFor(async () => {
    const request = await requests.getSendRequest({ requestId });
    expect(request).toMatchObject({ state: SendRequestState.DONE, sent: request.created, waiting: 0 });
    return request;
  }, patience);
const refusalOf = (sending: Promise<unknown>) =>
  sending.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a request to some recipients', () => {
  it('sends one message to each, by address and by person, and says how far it is', async () => {
    const { requests, calls } = await start();
    const ada = await personOf();
    const recipients = to(email('bob@example.org'), person(ada), { to: { case: 'phone', value: '+447700900456' } });

    const { requestId, accepted } = await requests.sendMessages(alert({ recipients, reference: 'r1' }));

    expect(accepted).toBe(3);
    expect(await isDone(requests, requestId)).toMatchObject({
      total: 3,
      handled: 3,
      created: 3,
      sent: 3,
      failed: 0,
      refused: 0,
    });
    expect(mailsTo()).toEqual(['bob@example.org', `${ada}@example.org`].toSorted());
    expect(vendor.calls.filter(({ path }) => path.includes('Messages.json'))).toHaveLength(1);
    const { requests: listed } = await requests.listSendRequests({});
    expect(listed).toMatchObject([{ id: requestId, template: 'watch-alert', requestedBy: 'ada', reference: 'r1' }]);
    expect((await calls.listMessages({})).messages).toHaveLength(3);
  });

  it('gives one message to whoever is in it twice: as an address in two spellings, twice as a person, as both', async () => {
    const { requests } = await start();
    const ada = await personOf();
    const recipients = to(
      person(ada),
      person(ada),
      email(`${ada}@example.org`),
      email('bob@example.org'),
      email('BOB@Example.org'),
    );

    const { requestId } = await requests.sendMessages(alert({ recipients }));

    expect(await isDone(requests, requestId)).toMatchObject({ created: 2 });
    expect(mailsTo().map((one) => one.toLowerCase())).toEqual(['bob@example.org', `${ada}@example.org`].toSorted());
  });

  it('reaches somebody in Slack by the e-mail address of their account, once however it is spelt', async () => {
    vendor.answer(({ path }) => ({
      body: { ok: true, user: { id: 'U1ADA' }, channel: path.endsWith('open') ? { id: 'D1ADA' } : 'D1ADA', ts: '17.1' },
    }));
    const { requests } = await start();
    const slackUser = (value: string) => ({ to: { case: 'slackUser' as const, value } });
    const recipients = to(slackUser('ada@example.org'), slackUser('Ada@Example.org'));

    const { requestId, messageIds } = await requests.sendMessages({
      template: 'presence',
      variables: { displayName: 'Ada', movement: 'in', count: '1', siteName: 'North' },
      category: Category.PRESENCE,
      recipients,
    });

    expect(messageIds).toHaveLength(1);
    expect(await isDone(requests, requestId)).toMatchObject({ created: 1, sent: 1 });
    const asked = vendor.calls.map(({ path, body }) => [
      path.split('/').at(-1),
      Object.fromEntries(new URLSearchParams(body)),
    ]);
    expect(asked).toEqual([
      // Whichever spelling came first: Slack knows no difference.
      ['users.lookupByEmail', expect.objectContaining({ email: expect.stringMatching(/^ada@example\.org$/i) })],
      ['conversations.open', expect.objectContaining({ users: 'U1ADA' })],
      ['chat.postMessage', expect.objectContaining({ channel: 'D1ADA' })],
    ]);
  });

  it('is one request for one key, and a mistake with another content', async () => {
    const { requests } = await start();
    const asked = alert({ recipients: to(email('bob@example.org')), idempotencyKey: 'k1' });

    const first = await requests.sendMessages(asked);
    await isDone(requests, first.requestId);
    const second = await requests.sendMessages(asked);

    expect(second).toEqual(first);
    expect(first.messageIds).toHaveLength(1);
    await expect(requests.sendMessages({ ...asked, locale: 'fr' })).rejects.toMatchObject({
      kind: 'conflict',
      code: 'notifier.request_key_reused',
    });
    expect(mail.mails).toHaveLength(1);
  });

  it('brings its attachments to everybody', async () => {
    const { requests } = await start();
    const content = Buffer.from('a;b');
    const attachments = [{ name: 'list.csv', contentType: 'text/csv', content }];
    const recipients = to(email('ada@example.org'), email('bob@example.org'));

    const { requestId } = await requests.sendMessages(alert({ recipients, attachments }));

    await isDone(requests, requestId);
    expect(mail.mails.map(({ raw }) => raw.includes(content.toString('base64')))).toEqual([true, true]);
  });

  it('waits for its time, and can be called off until then', async () => {
    const { requests } = await start();
    const sendAt = timestampFromDate(new Date(clock.now().getTime() + 3_600_000));
    const later = alert({ recipients: to(email('ada@example.org')), sendAt });
    const { requestId: kept } = await requests.sendMessages(later);
    const { requestId: cancelled } = await requests.sendMessages(later);
    expect(await requests.getSendRequest({ requestId: kept })).toMatchObject({
      state: SendRequestState.SCHEDULED,
      created: 0,
    });

    await requests.cancelSendRequest({ requestId: cancelled });
    await requests.cancelSendRequest({ requestId: cancelled });
    clock.move(3_600_000);

    await isDone(requests, kept);
    expect(await requests.getSendRequest({ requestId: cancelled })).toMatchObject({
      state: SendRequestState.CANCELLED,
      created: 0,
    });
    expect(mail.mails).toHaveLength(1);
  });
});

describe('a request that cannot be carried out', () => {
  it('is refused at once with the fields, and nothing is kept of it', async () => {
    const { requests } = await start();
    const asked = alert({ variables: { siteName: 'North' }, recipients: to(email('ada')) });

    expect(await refusalOf(requests.sendMessages(asked))).toMatchObject({
      kind: 'invalid',
      code: 'notifier.invalid_request',
      errors: [{ pointer: '/variables/visitorName' }, { pointer: '/recipients/0/email' }],
    });
    expect((await requests.listSendRequests({})).requests).toEqual([]);
  });
});

/** Identity with so many people, every third of whom is a steward. */
function manyPeople(count: number): void {
  const ids = Array.from({ length: count }, (_, index) => `m${index}-${Date.now()}`);
  identity = serve(bus, IdentityService, {
    listRoles: async () => ({ roles: [{ id: 'steward', label: 'Steward', permissions: ['site.open'] }] }),
    listPeople: async ({ pageSize, pageToken }: { pageSize: number; pageToken: string }) => {
      const from = Number(pageToken || 0);
      const people = ids.slice(from, from + pageSize).map((id, index) => ({
        id,
        status: PersonStatus.ACTIVE,
        roles: (from + index) % 3 === 0 ? ['steward'] : [],
      }));
      const next = from + pageSize;
      return { people, ...(next < count && { nextPageToken: String(next) }) };
    },
  } as never);
}

describe('an audience', () => {
  it('is everybody who subscribed to a topic', async () => {
    const { requests } = await start();
    const [ada, bob, eve] = [await personOf(), await personOf(), await personOf()];
    expect(await requests.addSubscribers({ topic: 'news', personIds: [ada, bob, eve, ada] })).toMatchObject({
      added: 3,
    });
    expect(await requests.addSubscribers({ topic: 'news', personIds: [ada] })).toMatchObject({ added: 0 });
    await requests.removeSubscriber({ topic: 'news', personId: eve });

    const { requestId } = await requests.sendMessages(
      alert({ recipients: [{ to: { case: 'topic', value: 'news' } }] }),
    );

    expect(await isDone(requests, requestId)).toMatchObject({ total: 2, created: 2 });
    expect((await requests.listTopics({})).topics).toMatchObject([{ key: 'news', subscribers: 2 }]);
    expect((await requests.listSubscribers({ topic: 'news' })).personIds).toEqual([ada, bob].toSorted());
  });

  it('loses whoever is erased', async () => {
    const { requests } = await start();
    const ada = await personOf();
    await requests.addSubscribers({ topic: 'news', personIds: [ada] });

    await publish(bus, fact(PersonErasedSchema, { id: ada, version: 2 }, clock.now(), { personId: ada }));

    await vi.waitFor(async () => expect((await requests.listTopics({})).topics).toEqual([]), wait);
  });

  it('is everybody who has a role or a permission, page by page', async () => {
    manyPeople(700);
    const { requests } = await start();

    for (const one of [
      { case: 'role' as const, value: 'steward' },
      { case: 'permission' as const, value: 'site.open' },
    ]) {
      const { requestId } = await requests.sendMessages(alert({ recipients: [{ to: one }] }));
      await vi.waitFor(async () => {
        const request = await requests.getSendRequest({ requestId });
        expect(request).toMatchObject({ state: SendRequestState.DONE, total: 234, created: 234, failed: 234 });
      }, wait);
    }
    const unknown = alert({ recipients: [{ to: { case: 'role', value: 'king' } }] });
    expect(await refusalOf(requests.sendMessages(unknown))).toMatchObject({
      errors: [{ pointer: '/recipients/0/role' }],
    });
  });

  it('can be asked for by command too, once', async () => {
    const { requests } = await start();
    const ada = await personOf();
    await requests.addSubscribers({ topic: 'news', personIds: [ada] });
    const { template, variables, category } = alert();
    const asked = { idempotencyKey: `topic:${ada}`, lane: Lane.BULK, topic: 'news', sender: 'courses' };

    const commanded = create(SendMessageSchema, { template, variables, category, ...asked });
    await ask(bus, commanded);
    await ask(bus, commanded);

    await vi.waitFor(() => expect(mail.mails).toHaveLength(1), wait);
    const { requests: listed } = await requests.listSendRequests({});
    expect(listed).toMatchObject([{ requestedBy: 'courses', state: SendRequestState.DONE, total: 1 }]);
  });

  it('of twelve hundred gets one message each, also where a process died in the middle of a page', async () => {
    const addressees = Array.from({ length: 1_200 }, (_, index) => ({
      channel: 'email' as const,
      to: `m${index}@example.org`,
    }));
    const { requests: first, close } = await start();
    const { requestId } = await first.sendMessages(alert({ recipients: addressees.map(({ to: one }) => email(one)) }));
    await vi.waitFor(
      async () => expect((await first.getSendRequest({ requestId })).handled).toBeGreaterThanOrEqual(500),
      wait,
    );
    await close();
    replicas.splice(0);
    // As it was when the second page had been made by half and was not written down: its lease is over.
    const kept = requestRepository(aggregates<RequestState>({ store, collection: requestCollection }));
    const request = await kept.find(requestId);
    expect(request).toBeDefined();
    if (!request) return;
    const plan = startRequest(request, { id: requestId, at: request.requestedAt, by: 'ada' });
    const half = advance(lease(plan, request.requestedAt), { handled: 500, refused: {}, next: '1' }, clock.now());
    const lists = await listRepository(store.connection);
    await lists.put(listIdOf(request), addressees, clock.now());
    await kept.save({ ...half, version: request.version + 1, dueAt: clock.now() });

    const { requests } = await start();

    expect(await isDone(requests, requestId, { timeout: 45_000, interval: 200 })).toMatchObject({
      total: 1_200,
      handled: 1_200,
      created: 1_200,
    });
    expect(new Set(mailsTo()).size).toBe(1_200);
    expect(mail.mails).toHaveLength(1_200);
    expect(await store.connection.collection('request_lists').countDocuments()).toBe(0);
  }, 70_000);
});

describe('cancelling', () => {
  it('stops what waits of a request, tells so, and leaves alone what was sent', async () => {
    const failed: MessageFailed[] = [];
    const onMessage = ({ data }: { data: Uint8Array }): void => void failed.push(fromBinary(MessageFailedSchema, data));
    const facts = await feed(bus, {
      stream: eventStream('notifier'),
      subjects: ['evt.notifier.v1.message-failed.*'],
      onMessage,
    });
    mail.refuse('data', 451);
    const { requests } = await start();
    const recipients = Array.from({ length: 30 }, (_, index) => email(`m${index}@example.org`));
    const { requestId } = await requests.sendMessages(alert({ recipients }));
    await vi.waitFor(async () => expect((await requests.getSendRequest({ requestId })).waiting).toBe(30), wait);

    await requests.cancelSendRequest({ requestId });

    await vi.waitFor(
      async () => {
        const shown = await requests.getSendRequest({ requestId });
        expect(shown).toMatchObject({ state: SendRequestState.CANCELLED, waiting: 0, sending: 0 });
        expect(shown.cancelled + shown.failed).toBe(30);
      },
      { timeout: 20_000, interval: 50 },
    );
    await vi.waitFor(
      () => expect(failed.filter(({ reason }) => reason === 'cancelled').length).toBeGreaterThan(20),
      wait,
    );
    expect(mail.mails).toEqual([]);
    await facts.close();
  });

  it('stops a single message that waits, and is refused for one that was sent', async () => {
    const { requests, calls } = await start();
    const { template, variables, category } = alert();
    const base = { lane: Lane.BULK, channel: Channel.EMAIL, to: 'ada@example.org', template, variables, category };
    const notBefore = timestampFromDate(new Date(clock.now().getTime() + 3_600_000));
    await ask(bus, create(SendMessageSchema, { ...base, idempotencyKey: `held:${Date.now()}`, notBefore }));
    const held = await vi.waitFor(async () => {
      const { messages } = await calls.listMessages({ state: MessageState.HELD });
      expect(messages).toHaveLength(1);
      return messages[0]?.id ?? '';
    }, wait);

    await requests.cancelMessage({ messageId: held });
    await requests.cancelMessage({ messageId: held });

    expect(await calls.getMessage({ messageId: held })).toMatchObject({
      state: MessageState.CANCELLED,
      reason: 'cancelled',
    });
    const { messageIds } = await requests.sendMessages(alert({ recipients: to(email('bob@example.org')) }));
    await vi.waitFor(() => expect(mail.mails).toHaveLength(1), wait);
    await vi.waitFor(
      async () =>
        expect(await refusalOf(requests.cancelMessage({ messageId: messageIds[0] ?? '' }))).toMatchObject({
          code: 'notifier.message_settled',
        }),
      wait,
    );
    expect(await refusalOf(requests.cancelMessage({ messageId: 'none' }))).toMatchObject({ kind: 'not-found' });
  });
});

describe('an escalation', () => {
  const steps = [
    { reach: Reach.PREFERRED, channel: Channel.SMS, waitSeconds: 60 },
    { reach: Reach.PREFERRED, channel: Channel.EMAIL, waitSeconds: 60 },
  ];
  const evacuation = (personId: string, more: readonly object[] = []) => ({
    template: 'evacuation-call',
    variables: { siteName: 'North' },
    category: Category.EMERGENCY,
    lane: Lane.EMERGENCY,
    recipients: to(person(personId)),
    escalation: { steps: [...steps, ...more] },
    reference: 'fire',
  });
  const texts = () =>
    vendor.calls.filter(({ path }) => path.includes('Messages.json')).map(({ body }) => new URLSearchParams(body));
  const answeredOf = async (requests: Calls, requestId: string) =>
    (await requests.getSendRequest({ requestId })).answered;

  it('asks by text message, after a minute by mail, then the warden, once each', async () => {
    const { requests } = await start();
    const [ada, warden] = [await personOf(), await personOf()];
    const more = [{ personId: warden, reach: Reach.PREFERRED, waitSeconds: 60 }];

    const { requestId } = await requests.sendMessages(evacuation(ada, more));
    await vi.waitFor(() => expect(texts()).toHaveLength(1), wait);
    expect(mail.mails).toEqual([]);
    clock.move(61_000);
    await vi.waitFor(() => expect(mailsTo()).toEqual([`${ada}@example.org`]), wait);
    clock.move(122_000);
    await vi.waitFor(() => expect(mailsTo()).toEqual([`${ada}@example.org`, `${warden}@example.org`].toSorted()), wait);
    clock.move(600_000);

    await vi.waitFor(async () => {
      const chains = await store.connection.collection('escalations').find().toArray();
      expect(chains.map(({ state }) => (state as { status: string }).status)).toEqual(['exhausted']);
    }, wait);
    expect(texts()).toHaveLength(1);
    expect(await requests.getSendRequest({ requestId })).toMatchObject({ escalations: 1, answered: 0 });
  });

  it('ends with an answer by text message', async () => {
    const { requests } = await start();
    const ada = await personOf();
    const { requestId } = await requests.sendMessages(evacuation(ada));
    await vi.waitFor(() => expect(texts()).toHaveLength(1), wait);

    const from = texts()[0]?.get('To') ?? '';
    const said = { providerMessageId: 'SMa', from, text: '1 safe', at: timestampFromDate(clock.now()) };
    await publish(
      bus,
      command(ReceiveTextSchema, 'cmd.notifier.v1.inbound.receive-text', `SM${ada}`, clock.now(), said),
    );
    await vi.waitFor(async () => expect(await answeredOf(requests, requestId)).toBe(1), wait);
    clock.move(600_000);
    // Something later, to see that nothing came in between.
    await requests.sendMessages(alert({ recipients: to(email('last@example.org')) }));

    await vi.waitFor(() => expect(mailsTo()).toEqual(['last@example.org']), wait);
  });

  it('ends with an answer by the link in its message, and no link can be made up', async () => {
    const { requests } = await start();
    const ada = await personOf();
    const { requestId } = await requests.sendMessages(evacuation(ada));
    await vi.waitFor(() => expect(texts()).toHaveLength(1), wait);
    const token = /\/answer\/([\w-]+)/.exec(texts()[0]?.get('Body') ?? '')?.[1] ?? '';

    expect(await requests.getEscalationAnswer({ token })).toMatchObject({ answered: false });
    expect(await answeredOf(requests, requestId)).toBe(0);
    expect(await requests.answerEscalation({ token })).toMatchObject({ answered: true });

    expect(await answeredOf(requests, requestId)).toBe(1);
    expect(await requests.getEscalationAnswer({ token })).toMatchObject({ answered: true });
    const forged = Buffer.from(token, 'base64url');
    forged[0] = (forged[0] ?? 0) ^ 1;
    for (const wrong of [forged.toString('base64url'), token.slice(3), 'x']) {
      expect(await refusalOf(requests.answerEscalation({ token: wrong }))).toMatchObject({ kind: 'gone' });
    }
  });

  it('goes on at once where a message will not arrive', async () => {
    const { requests } = await start();
    const contacts = [{ contactId: 'mail', method: Method.EMAIL, value: 'only@example.org' }];
    const ada = await personOf({ contacts });

    await requests.sendMessages(evacuation(ada));

    await vi.waitFor(() => expect(mailsTo()).toEqual(['only@example.org']), wait);
  });

  it('stops with its request', async () => {
    const { requests } = await start();
    const { requestId } = await requests.sendMessages(evacuation(await personOf()));
    await vi.waitFor(() => expect(texts()).toHaveLength(1), wait);

    await requests.cancelSendRequest({ requestId });

    await vi.waitFor(async () => {
      const chains = await store.connection.collection('escalations').find().toArray();
      expect(chains.map(({ state }) => (state as { status: string }).status)).toEqual(['cancelled']);
    }, wait);
  });

  it('can be asked for by command too', async () => {
    await start();
    const ada = await personOf();
    const { recipients: _all, ...asked } = evacuation(ada);

    await ask(bus, create(SendMessageSchema, { ...asked, personId: ada, idempotencyKey: `chain:${ada}` }));

    await vi.waitFor(() => expect(texts()).toHaveLength(1), wait);
  });
});
