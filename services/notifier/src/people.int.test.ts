import { create, fromBinary, type MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { eventStream } from '@guildhall/contracts';
import {
  PersonErasedSchema,
  PersonMergedSchema,
  type PersonReachable,
  PersonReachableSchema,
} from '@guildhall/contracts/identity/v1/events';
import { Method } from '@guildhall/contracts/identity/v1/service';
import {
  Category,
  Channel,
  Lane,
  Reach,
  ReceiveTextSchema,
  ReportDeliverySchema,
  SendMessageSchema,
} from '@guildhall/contracts/notifier/v1/commands';
import {
  MessageAnsweredSchema,
  MessageDeliveredSchema,
  type MessageFailed,
  MessageFailedSchema,
  MessageSentSchema,
} from '@guildhall/contracts/notifier/v1/events';
import { type Bus, command, fact, feed, publish } from '@guildhall/messaging';
import type { Store } from '@guildhall/mongo';
import { type HttpFake, httpFake, type SmtpFake, smtpFake } from '@guildhall/providers/testing';
import { offsetClock } from '@guildhall/runtime';
import { testBus, testStore } from '@guildhall/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ask, startNotifier } from './testing.ts';

let bus: Bus;
let store: Store;
let vendor: HttpFake;
let mail: SmtpFake;
let clock: ReturnType<typeof offsetClock>;
let notifier: Awaited<ReturnType<typeof startNotifier>>;
const facts: { kind: string; body: { reference: string; personId: string; contactId: string; text?: string } }[] = [];
let stopFacts: () => Promise<void>;

beforeAll(async () => {
  bus = await testBus();
});
afterAll(() => bus.close());
beforeEach(async () => {
  clock = offsetClock();
  const taken = { status: 200, body: { sid: 'SM1', name: 'projects/sandbox/messages/1' } };
  [store, vendor, mail] = await Promise.all([testStore(), httpFake(taken), smtpFake()]);
  vendor.answer(({ path }) => ({ ...taken, status: path.includes('Messages.json') ? 201 : 200 }));
  const ways = { SMTP_URL: mail.url, TWILIO_BASE_URL: vendor.url, FCM_BASE_URL: vendor.url, SMS_PER_SECOND: '1000' };
  notifier = await startNotifier({ bus, store, clock, env: ways });
  facts.length = 0;
  stopFacts = await listen();
});
afterEach(async () => {
  await stopFacts();
  await notifier.close();
  await Promise.all([store.close(), vendor.close(), mail.close()]);
});

const schemas = {
  'message-sent': MessageSentSchema,
  'message-failed': MessageFailedSchema,
  'message-delivered': MessageDeliveredSchema,
  'message-answered': MessageAnsweredSchema,
};
async function listen(): Promise<() => Promise<void>> {
  const onMessage = ({ subject, data }: { subject: string; data: Uint8Array }): void => {
    const kind = subject.split('.')[3] ?? '';
    const schema = schemas[kind as keyof typeof schemas];
    // Other facts are of no interest here.
    if (schema) facts.push({ kind, body: fromBinary(schema, data) });
  };
  const reader = await feed(bus, { stream: eventStream('notifier'), subjects: ['evt.notifier.v1.*.*'], onMessage });
  return () => reader.close();
}
const told = (kind: string) => facts.filter((one) => one.kind === kind).map(({ body }) => body);

let people = 0;
let versions = 0;
const contacts = [
  { contactId: 'mail', method: Method.EMAIL, value: 'ada@example.org' },
  { contactId: 'phone', method: Method.SMS, value: '+447700900123' },
  { contactId: 'device', method: Method.PUSH, value: 'token-1' },
];
const reachable = (personId: string, change: MessageInitShape<typeof PersonReachableSchema> = {}): PersonReachable =>
  create(PersonReachableSchema, { personId, active: true, contacts, preferredContactId: 'mail', ...change });
const saysReachable = (event: PersonReachable) =>
  publish(bus, fact(PersonReachableSchema, { id: event.personId, version: (versions += 1) }, clock.now(), event));
const ada = async (change = {}): Promise<string> => {
  const personId = `person-${(people += 1)}-${Date.now()}`;
  await saysReachable(reachable(personId, change));
  return personId;
};

const alert = (personId: string, change: MessageInitShape<typeof SendMessageSchema> = {}) =>
  create(SendMessageSchema, {
    idempotencyKey: `alert:${personId}`,
    lane: Lane.EMERGENCY,
    category: Category.EMERGENCY,
    personId,
    template: 'login',
    variables: { expiresMinutes: '15', code: '123456' },
    reference: personId,
    ...change,
  });
const texts = () => vendor.calls.filter(({ path }) => path.includes('Messages.json'));

describe('a message for a person', () => {
  it('goes to the preferred contact alone, told with whose it was', async () => {
    const personId = await ada();

    await ask(bus, alert(personId));

    await vi.waitFor(() => expect(told('message-sent')).toHaveLength(1), 8_000);
    expect(told('message-sent')[0]).toMatchObject({ reference: personId, personId, contactId: 'mail' });
    expect(mail.mails.map(({ to }) => to)).toEqual([['ada@example.org']]);
    expect(texts()).toEqual([]);
  });

  it('goes to every contact at once, device and inbox too where the template has words for them', async () => {
    const personId = await ada();
    const variables = { visitorName: 'Eve', company: '', siteName: 'North', note: '' };

    await ask(
      bus,
      alert(personId, {
        template: 'watch-alert',
        variables,
        reach: Reach.EVERY,
      }),
    );

    await vi.waitFor(() => expect(told('message-sent')).toHaveLength(4), 8_000);
    expect(
      told('message-sent')
        .map(({ contactId }) => contactId)
        .toSorted(),
    ).toEqual(['device', 'inbox', 'mail', 'phone']);
    expect(vendor.calls.filter(({ path }) => path.endsWith('messages:send'))).toHaveLength(1);
  });

  it('waits for identity’s word, which may come later than the command', async () => {
    const personId = `late-${Date.now()}`;

    await ask(bus, alert(personId, { lane: Lane.TRANSACTIONAL }));
    await ask(bus, alert(await ada(), { lane: Lane.TRANSACTIONAL }));
    await vi.waitFor(() => expect(mail.mails).toHaveLength(1), 8_000);
    await saysReachable(reachable(personId));

    await vi.waitFor(() => expect(told('message-sent').map((one) => one.personId)).toContain(personId), 8_000);
  });

  it('fails as no_contact when there is none, or the person is not active', async () => {
    const [nobody, left] = [await ada({ contacts: [] }), await ada({ active: false })];

    await Promise.all([ask(bus, alert(nobody)), ask(bus, alert(left, { reach: Reach.EVERY }))]);

    await vi.waitFor(() => expect(told('message-failed')).toHaveLength(2), 8_000);
    expect(told('message-failed').map((one) => (one as unknown as MessageFailed).reason)).toEqual([
      'no_contact',
      'no_contact',
    ]);
    expect(
      told('message-failed')
        .map(({ reference }) => reference)
        .toSorted(),
    ).toEqual([nobody, left].toSorted());
  });

  it('follows a merge', async () => {
    const [survivorId, mergedId] = [await ada(), await ada({ contacts: [] })];
    const merged = { survivorId, mergedId, mergeId: 'g1' };
    await publish(bus, fact(PersonMergedSchema, { id: survivorId, version: (versions += 1) }, clock.now(), merged));
    await vi.waitFor(async () =>
      expect(await store.connection.collection('recipients').countDocuments({ survivorId })).toBe(1),
    );

    await ask(bus, alert(mergedId));

    await vi.waitFor(() => expect(mail.mails).toHaveLength(1), 8_000);
  });

  it('brings what hangs on it, and keeps that no longer', async () => {
    const personId = await ada();
    const attachments = [{ name: 'report.csv', contentType: 'text/csv', content: Buffer.from('a;b') }];

    await ask(bus, alert(personId, { attachments }));

    await vi.waitFor(() => expect(told('message-sent')).toHaveLength(1), 8_000);
    expect(mail.mails[0]?.raw).toContain('filename=report.csv');
    expect(mail.mails[0]?.raw).toContain(Buffer.from('a;b').toString('base64'));
    await vi.waitFor(async () => expect(await store.connection.collection('attachments').countDocuments()).toBe(0));
  });
});

describe('an erased person', () => {
  it('is nowhere in the store afterwards, whatever was sent', async () => {
    const personId = await ada();
    await ask(bus, alert(personId, { reach: Reach.EVERY }));
    await vi.waitFor(() => expect(told('message-sent')).toHaveLength(2), 8_000);

    await publish(bus, fact(PersonErasedSchema, { id: personId, version: (versions += 1) }, clock.now(), { personId }));

    await vi.waitFor(async () => {
      const all = await Promise.all(
        ['messages', 'recipients'].map((name) =>
          store.connection
            .collection(name)
            .find({}, { projection: { outbox: 0 } })
            .toArray(),
        ),
      );
      expect(JSON.stringify(all)).not.toMatch(/ada@example|447700900123/);
      expect(JSON.stringify(all)).toContain('"masked":true');
    }, 8_000);
  });
});

describe('a reply by text message', () => {
  const says = (text: string, id = `SM${Math.random().toString(16).slice(2)}`) => {
    const body = { providerMessageId: id, from: '+447700900123', text, at: timestampFromDate(clock.now()) };
    const receive = command(ReceiveTextSchema, 'cmd.notifier.v1.inbound.receive-text', id, clock.now(), body);
    return publish(bus, receive);
  };

  it('is told to whoever asked, with the reference of the question', async () => {
    const personId = await ada();
    await ask(bus, alert(personId, { channel: Channel.SMS, answerable: true }));
    await vi.waitFor(() => expect(told('message-sent')).toHaveLength(1), 8_000);

    await says('1 safe', 'SMreply');
    await says('1 safe', 'SMreply');
    await says('2 help');

    await vi.waitFor(() => expect(told('message-answered')).toHaveLength(2), 8_000);
    // Two replies that come together may be told in either order: each has its time.
    expect(told('message-answered').toSorted((a, b) => (a.text ?? '').localeCompare(b.text ?? ''))).toMatchObject([
      { reference: personId, personId, contactId: 'phone', text: '1 safe' },
      { text: '2 help' },
    ]);
  });

  it('to nothing that we asked is nobody’s', async () => {
    const personId = await ada();
    await ask(bus, alert(personId, { channel: Channel.SMS }));
    await vi.waitFor(() => expect(told('message-sent')).toHaveLength(1), 8_000);

    await says('hello');
    await says('STOP');

    await vi.waitFor(async () =>
      expect(
        await store.connection
          .collection('suppressions')
          .countDocuments({ 'state.reason': 'stop', 'state.isActive': true }),
      ).toBe(1),
    );
    expect(told('message-answered')).toEqual([]);
  });
});

describe('what a provider reports', () => {
  it('is told as delivered', async () => {
    const personId = await ada();
    await ask(bus, alert(personId, { channel: Channel.SMS }));
    await vi.waitFor(() => expect(told('message-sent')).toHaveLength(1), 8_000);
    const address = new URLSearchParams(texts()[0]?.body).get('StatusCallback') ?? '';
    const messageId = new URL(address).searchParams.get('message') ?? '';

    const body = { messageId, delivered: true, code: '', at: timestampFromDate(clock.now()) };
    const subject = 'cmd.notifier.v1.inbound.report-delivery';
    await publish(bus, command(ReportDeliverySchema, subject, messageId, clock.now(), body));

    await vi.waitFor(() => expect(told('message-delivered')).toMatchObject([{ reference: personId }]), 8_000);
    expect(await notifier.calls.getMessage({ messageId })).toMatchObject({ personId, deliveredAt: expect.anything() });
  });
});
