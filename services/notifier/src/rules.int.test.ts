import { create, type MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { eventStream } from '@guildhall/contracts';
import { PersonReachableSchema } from '@guildhall/contracts/identity/v1/events';
import { Method } from '@guildhall/contracts/identity/v1/service';
import {
  Category,
  Channel,
  Lane,
  ReceiveTextSchema,
  SendMessageSchema,
  ThrottleOver,
} from '@guildhall/contracts/notifier/v1/commands';
import { type ActRecorded, ActRecordedSchema } from '@guildhall/contracts/notifier/v1/events';
import {
  DigestEvery,
  type NotificationPreferencesSchema,
  PreferenceService,
  SuppressionReason,
} from '@guildhall/contracts/notifier/v1/preferences';
import { MessageState } from '@guildhall/contracts/notifier/v1/service';
import { servicePrincipal } from '@guildhall/kernel';
import { type Bus, client, command, consume, fact, on, publish } from '@guildhall/messaging';
import type { Store } from '@guildhall/mongo';
import { type HttpFake, httpFake, type SmtpFake, smtpFake } from '@guildhall/providers/testing';
import { offsetClock } from '@guildhall/runtime';
import { testBus, testStore, uniqueName } from '@guildhall/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ask, startNotifier } from './testing.ts';

type Notifier = Awaited<ReturnType<typeof startNotifier>>;

const NUMBER = '+447700900123';
// A Monday at noon: business time, wherever real time is.
const NOON = Date.parse('2026-03-02T12:00:00Z');
const HOUR = 3_600_000;

let bus: Bus;
let store: Store;
let vendor: HttpFake;
let mail: SmtpFake;
let clock: ReturnType<typeof offsetClock>;
let replicas: readonly Notifier[];
let people = 0;

beforeAll(async () => {
  bus = await testBus();
});
afterAll(() => bus.close());
beforeEach(async () => {
  clock = offsetClock();
  clock.move(NOON - Date.now());
  [store, vendor, mail] = await Promise.all([testStore(), httpFake({ status: 201, body: { sid: 'SM1' } }), smtpFake()]);
  const env = { SMTP_URL: mail.url, TWILIO_BASE_URL: vendor.url, SMS_PER_SECOND: '1000' };
  replicas = [await startNotifier({ bus, store, clock, env }), await startNotifier({ bus, store, clock, env })];
});
afterEach(async () => {
  await Promise.all(replicas.map((replica) => replica.close()));
  await Promise.all([store.close(), vendor.close(), mail.close()]);
});

const contacts = [
  { contactId: 'mail', method: Method.EMAIL, value: 'ada@example.org' },
  { contactId: 'phone', method: Method.SMS, value: NUMBER },
];
const ada = async (): Promise<string> => {
  const personId = `rules-${(people += 1)}-${Date.now()}`;
  const event = create(PersonReachableSchema, { personId, active: true, contacts, timeZone: 'Europe/London' });
  await publish(bus, fact(PersonReachableSchema, { id: personId, version: 1 }, clock.now(), event));
  return personId;
};
const as = (personId: string) =>
  client(bus, PreferenceService, { principal: { ...servicePrincipal('test'), kind: 'session', personId } });
const wish = (personId: string, preferences: MessageInitShape<typeof NotificationPreferencesSchema>) =>
  as(personId).setMyPreferences({ preferences });

let asked = 0;
const remind = (personId: string, change: MessageInitShape<typeof SendMessageSchema> = {}) =>
  ask(
    bus,
    create(SendMessageSchema, {
      idempotencyKey: `reminder:${personId}:${(asked += 1)}`,
      lane: Lane.TRANSACTIONAL,
      category: Category.REMINDER,
      personId,
      channel: Channel.EMAIL,
      template: 'reminder',
      variables: {
        firstName: 'Ada',
        siteName: `North ${asked}`,
        siteUrl: 'https://members.example.org/',
        signOutUrl: 'https://members.example.org/o/1',
        signedInAt: '09:05',
      },
      ...change,
    }),
  );
const messages = async (state: MessageState) => {
  const { messages: all } = await replicas[0]!.calls.listMessages({ pageSize: 200 });
  return all.filter((message) => message.state === state);
};
const settled = (state: MessageState, count: number) =>
  vi.waitFor(async () => {
    const found = await messages(state);
    expect(found).toHaveLength(count);
    return found;
  }, 8_000);
const texts = () => vendor.calls.filter(({ path }) => path.includes('Messages.json'));
const says = (text: string) =>
  publish(
    bus,
    command(
      ReceiveTextSchema,
      'cmd.notifier.v1.inbound.receive-text',
      `SM-${(asked += 1)}-${Date.now()}`,
      clock.now(),
      {
        providerMessageId: `SM${asked}`,
        from: NUMBER,
        text,
        at: timestampFromDate(clock.now()),
      },
    ),
  );

describe('preferences', () => {
  it('count in every replica as soon as they are said', async () => {
    const personId = await ada();
    await remind(personId);
    await vi.waitFor(() => expect(mail.mails).toHaveLength(1), 8_000);

    const off = { category: Category.REMINDER, channel: Channel.EMAIL, enabled: false };
    await wish(personId, { switches: [off] });
    expect(await as(personId).getMyPreferences({})).toMatchObject({ own: { switches: [off] } });
    await vi.waitFor(async () => {
      await remind(personId);
      await remind(personId);
      const failed = await messages(MessageState.FAILED);
      expect(failed.length).toBeGreaterThan(3);
    }, 8_000);
    const before = mail.mails.length;
    for (let n = 0; n < 4; n += 1) await remind(personId);
    await vi.waitFor(async () => expect((await messages(MessageState.FAILED)).length).toBeGreaterThan(7), 8_000);
    expect(mail.mails).toHaveLength(before);
  });

  it('hold what comes in quiet hours until they are over, then send it once', async () => {
    const personId = await ada();
    await wish(personId, { quietHours: { spans: [{ weekday: 1, from: '11:00', to: '18:00' }] } });
    await remind(personId);
    const [held] = await settled(MessageState.HELD, 1);
    expect(held).toMatchObject({ attempts: [] });
    expect(mail.mails).toEqual([]);

    clock.move(NOON + 6 * HOUR - Date.now());
    await settled(MessageState.SENT, 1);
    expect(mail.mails).toHaveLength(1);
  });

  it('let what is critical through at once', async () => {
    const personId = await ada();
    await wish(personId, { quietHours: { spans: [{ weekday: 1, from: '11:00', to: '18:00' }] } });
    await remind(personId, { category: Category.EMERGENCY });
    await vi.waitFor(() => expect(mail.mails).toHaveLength(1), 8_000);
    expect(mail.mails[0]?.header('List-Unsubscribe')).toBeUndefined();
  });

  it('gather a day’s mails into one, with the way out in its headers', async () => {
    const personId = await ada();
    await wish(personId, { digests: [{ category: Category.REMINDER, every: DigestEvery.DAY, at: '17:00' }] });
    await Promise.all([remind(personId), remind(personId), remind(personId)]);
    await settled(MessageState.HELD, 4);

    clock.move(NOON + 5 * HOUR - Date.now());
    await vi.waitFor(() => expect(mail.mails).toHaveLength(1), 8_000);
    clock.move(NOON + 5 * HOUR + 3 * 60_000 - Date.now());
    await settled(MessageState.SENT, 4);

    const [only] = mail.mails;
    expect(only?.header('Subject')).toContain('3 messages');
    expect(only?.header('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
    expect(mail.mails).toHaveLength(1);
  });
});

describe('an unsubscribe link', () => {
  it('ends the mails of its category by one press, without anybody signing in', async () => {
    const personId = await ada();
    await remind(personId);
    await vi.waitFor(() => expect(mail.mails).toHaveLength(1), 8_000);
    const folded =
      /^List-Unsubscribe:\s+<([^>]+)>/m.exec(mail.mails[0]?.raw.replaceAll(/\r\n\s+/g, ' ') ?? '')?.[1] ?? '';
    const token = new URL(folded).pathname.split('/').at(-1) ?? '';
    const stranger = client(bus, PreferenceService, { principal: { ...servicePrincipal('test'), permissions: [] } });

    expect(await stranger.readUnsubscribeLink({ token })).toMatchObject({
      category: Category.REMINDER,
      subscribed: true,
    });
    const form = { contentType: 'application/x-www-form-urlencoded', data: Buffer.from('List-Unsubscribe=One-Click') };
    await expect(stranger.unsubscribeByOneClick({ token })).rejects.toMatchObject({ code: 'notifier.not_one_click' });
    await stranger.unsubscribeByOneClick({ token, form });

    expect(await stranger.readUnsubscribeLink({ token })).toMatchObject({ subscribed: false });
    expect((await as(personId).getMyPreferences({})).own?.switches).toMatchObject([{ enabled: false }]);
  });
});

describe('a suppressed address', () => {
  it('is not tried again after it was refused for good, until somebody lifts that', async () => {
    const personId = await ada();
    mail.refuse('rcpt', 550, '5.1.1 no such user');
    await remind(personId);
    await settled(MessageState.FAILED, 1);
    mail.refuse('rcpt', undefined);

    const administrator = as('grace');
    const { suppressions } = await administrator.listSuppressions({});
    expect(suppressions).toMatchObject([{ channel: Channel.EMAIL, to: 'ada@example.org', code: '5.1.1' }]);
    await vi.waitFor(async () => {
      await remind(personId);
      const failed = await messages(MessageState.FAILED);
      expect(failed.find(({ attempts }) => attempts.length === 0)?.reason).toContain('refused for good');
    }, 8_000);
    const before = mail.mails.length;

    await administrator.liftSuppression({ suppressionId: suppressions[0]?.id ?? '' });
    await vi.waitFor(async () => {
      await remind(personId);
      await vi.waitFor(() => expect(mail.mails.length).toBeGreaterThan(before), 1_000);
    }, 8_000);
    expect((await administrator.listSuppressions({})).suppressions).toEqual([]);
  });

  it('is one that somebody who may put there, whatever its spelling', async () => {
    const personId = await ada();
    const added = await as('grace').addSuppression({ channel: Channel.EMAIL, to: 'Ada@Example.org' });
    expect(added).toMatchObject({ to: 'Ada@Example.org', reason: SuppressionReason.MANUAL });

    await remind(personId);
    await settled(MessageState.FAILED, 1);

    expect((await messages(MessageState.FAILED))[0]?.reason).toContain('were stopped');
    expect((await as('grace').listSuppressions({})).suppressions).toMatchObject([{ id: added.id }]);
    await expect(as('grace').addSuppression({ channel: Channel.SMS, to: '0770' })).rejects.toMatchObject({
      code: 'notifier.bad_recipient',
    });
  });

  it('is one whose owner said STOP, until they say START', async () => {
    const personId = await ada();
    const text = () => remind(personId, { channel: Channel.SMS });
    await says('STOP');
    await vi.waitFor(async () => expect((await as('grace').listSuppressions({})).suppressions).toHaveLength(1), 8_000);
    await text();
    const [failed] = await settled(MessageState.FAILED, 1);
    expect(failed?.reason).toBe('Not sent: the owner of this number asked not to be texted (STOP).');
    expect(texts()).toEqual([]);

    await says('START');
    await vi.waitFor(async () => expect((await as('grace').listSuppressions({})).suppressions).toEqual([]), 8_000);
    await vi.waitFor(async () => {
      await text();
      await vi.waitFor(() => expect(texts().length).toBeGreaterThan(0), 1_000);
    }, 8_000);
  });
});

describe('a throttle', () => {
  it('lets two replicas together send no more than its count; the rest waits its turn', async () => {
    const personId = await ada();
    const throttle = { key: 'reminders', count: 2, windowSeconds: 3_600, over: ThrottleOver.HOLD };
    await Promise.all(Array.from({ length: 6 }, () => remind(personId, { throttle })));
    await settled(MessageState.SENT, 2);
    await settled(MessageState.HELD, 4);

    clock.move(NOON + HOUR + 60_000 - Date.now());
    await settled(MessageState.SENT, 4);
    expect(mail.mails).toHaveLength(4);
  });
});

describe('what somebody changes for others', () => {
  it('is told by the save that changes it, and what is their own is not', async () => {
    const personId = await ada();
    const acts: ActRecorded[] = [];
    const hearing = consume(bus, {
      stream: eventStream('notifier'),
      durable: uniqueName('acts'),
      subscriptions: [on(ActRecordedSchema, async (act) => void (act.subjectId === personId && acts.push(act)))],
    });
    const preferences = { timeZone: 'Europe/Paris' };
    await as(personId).setMyPreferences({ preferences });
    await as('grace').setPersonPreferences({ personId, preferences }, { client: { ip: '192.0.2.7', userAgent: 'T' } });

    await vi.waitFor(() => expect(acts).toHaveLength(1), 8_000);
    await hearing.close();
    expect(acts[0]).toMatchObject({
      action: 'notifications.preferences_changed',
      actorId: 'grace',
      subjectId: personId,
      ip: '192.0.2.7',
      userAgent: 'T',
    });
  });
});
