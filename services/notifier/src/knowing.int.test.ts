import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import {
  ExportFormat,
  type GetStatisticsRequestSchema,
  KnowingService,
  StatisticsBy,
  TimelineKind,
} from '@guildhall/contracts/notifier/v1/knowing';
import { ReportDeliverySchema } from '@guildhall/contracts/notifier/v1/commands';
import { MessageState } from '@guildhall/contracts/notifier/v1/service';
import { servicePrincipal } from '@guildhall/kernel';
import { type Bus, client, command, publish } from '@guildhall/messaging';
import { aggregates, type Aggregates, type Store } from '@guildhall/mongo';
import { testBus, testClock, testStore } from '@guildhall/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { messagesQuery, listMessagesQuery } from './adapters/mongo/message.query.ts';
import { messageIndexes } from './adapters/mongo/message.repository.ts';
import { type MessageState as State, toState } from './adapters/mongo/message.state.ts';
import type { MessageFilter } from './app/queries.ts';
import type { Message } from './domain/message.ts';
import { anOrder } from './domain/testing.ts';
import { startNotifier } from './testing.ts';

const COUNT = 100_000;
const now = new Date('2026-03-02T12:00:00Z');
const at = (n: number): Date => new Date(now.getTime() - n * 20_000);
const day = { from: new Date('2026-03-02T00:00:00Z'), until: new Date('2026-03-03T00:00:00Z') };

let bus: Bus;
let store: Store;
let kept: Aggregates<State>;
let notifier: Awaited<ReturnType<typeof startNotifier>>;
const knowing = () => client(bus, KnowingService, { principal: servicePrincipal('test') });

/** One in a thousand failed; one in ten is a text message of two parts that took 3 s, the others mails of 1 s. */
function messageOf(n: number): Message {
  const isText = n % 10 === 0;
  const [channel, provider] = isText ? (['sms', 'twilio'] as const) : (['email', 'smtp'] as const);
  const requestedAt = at(n);
  const sentAt = new Date(requestedAt.getTime() + (isText ? 3_000 : 1_000));
  const attempt = { at: sentAt, provider, durationMs: 5, ...(isText && { segments: 2, costMicros: 40_000 }) };
  const asked = { channel, to: `ada${n % 5_000}@example.org`, personId: `p${n % 5_000}`, reference: `visit:${n}` };
  const base = { ...anOrder({ ...asked, template: isText ? 'login' : 'reminder', sender: 'register' }), id: `m${n}` };
  if (n % 1_000 === 999) {
    const attempts = [{ ...attempt, outcome: 'refused', reason: 'No such address.' }] as const;
    const failed = { status: 'failed', reason: 'No such address.', endedAt: sentAt } as const;
    return { ...base, ...failed, version: 1, requestedAt, attempts };
  }
  const sent = { status: 'sent', sentAt, ...(isText && { deliveredAt: sentAt }) } as const;
  return { ...base, ...sent, version: 1, requestedAt, attempts: [{ ...attempt, outcome: 'sent' }] };
}

beforeAll(async () => {
  [bus, store] = await Promise.all([testBus(), testStore()]);
  kept = aggregates<State>({ store, collection: 'messages', indexes: messageIndexes });
  await kept.ready();
  for (let from = 0; from < COUNT; from += 5_000) {
    const some = Array.from({ length: 5_000 }, (_, n) => messageOf(from + n));
    const documents = some.map((message) => ({
      _id: message.id,
      version: 1,
      state: toState(message),
      outbox: [],
      saves: [],
    }));
    await kept.model.collection.insertMany(documents as never[]);
  }
  await store.connection.db?.command({ ping: 1 });
  notifier = await startNotifier({ bus, store, clock: testClock(now) });
}, 180_000);
afterAll(async () => {
  await notifier?.close();
  await Promise.all([store?.close(), bus?.close()]);
});

/** The names of the indexes that a plan reads, the embedded store's or MongoDB's. */
function indexesOf(plan: unknown): readonly string[] {
  if (typeof plan !== 'object' || plan === null) return [];
  if ('IndexDetails' in plan || ('stage' in plan && plan.stage === 'IXSCAN')) {
    const details = 'IndexDetails' in plan ? (plan.IndexDetails as readonly { indexName: string }[]) : [plan as never];
    return details.map(({ indexName }: { indexName: string }) => indexName);
  }
  return Object.values(plan).flatMap(indexesOf);
}

describe('the search among a hundred thousand messages', () => {
  it.each<[string, MessageFilter, string]>([
    ['a recipient', { to: 'ada7@example.org' }, 'by_recipient'],
    ['a person', { personId: 'p7' }, 'by_person_time'],
    ['a reference', { reference: 'visit:4711' }, 'by_reference'],
    ['what failed', { state: 'failed', ...day }, 'by_end'],
  ])('for %s reads by its index', async (_what, filter, index) => {
    const explained = await messagesQuery(kept.model, filter, { limit: 50 }).explain('queryPlanner');

    expect(indexesOf((explained as unknown as { queryPlanner: object }).queryPlanner)).toContain(index);
  });

  it.each<[string, MessageFilter]>([
    ['a template', { template: 'login' }],
    ['a category', { category: 'presence' }],
    ['a lane', { lane: 'transactional' }],
    ['a channel', { channel: 'sms' }],
    ['a sender', { sender: 'register' }],
    ['a state', { state: 'delivered' }],
  ])('for %s reads by time, the last hour first', async (_what, filter) => {
    const oldest = new Date(now.getTime() - 3_600_000);
    const explained = await messagesQuery(kept.model, filter, { limit: 50, oldest }).explain('queryPlanner');

    expect(indexesOf((explained as unknown as { queryPlanner: object }).queryPlanner)).toContain('by_time');
  });

  it.each<[MessageFilter, number]>([
    [{ to: 'ada7@example.org' }, 20],
    [{ personId: 'p7', template: 'reminder' }, 20],
    [{ reference: 'visit:4711' }, 1],
    [{ state: 'failed', channel: 'email' }, 50],
    [{ state: 'sent', sender: 'register', lane: 'transactional', category: 'presence', ...day }, 50],
    [{ template: 'nothing' }, 0],
  ])('finds %j within a second', async (filter, count) => {
    const begun = performance.now();
    const { messages } = await listMessagesQuery({ model: kept.model, clock: { now: () => now } })({
      ...filter,
      limit: 50,
    });

    expect(messages).toHaveLength(count);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });

  it('goes through all that it finds, page by page, newest first', async () => {
    const list = listMessagesQuery({ model: kept.model, clock: { now: () => now } });
    const found: string[] = [];
    let after: string | undefined;
    do {
      const page = await list({ state: 'failed', limit: 30, after });
      found.push(...page.messages.map(({ id }) => id));
      after = page.next;
    } while (after);

    expect(found).toEqual(Array.from({ length: 100 }, (_, n) => `m${n * 1_000 + 999}`));
  });

  it('is a file too', async () => {
    const file = await knowing().exportMessages({ state: MessageState.FAILED, format: ExportFormat.CSV });

    const lines = Buffer.from(file.data).toString().trimEnd().split('\r\n');
    expect(lines).toHaveLength(101);
    expect(lines[1]).toMatch(/^m999,.*,failed,email,presence,transactional,reminder,ada999@example.org,p999,register,/);
  });
});

/** Asks again while they are counted, as the page does. */
const counted = (asked: MessageInitShape<typeof GetStatisticsRequestSchema>) =>
  vi.waitFor(() => knowing().getStatistics(asked), { timeout: 10_000, interval: 50 });

describe('the statistics', () => {
  const span = { from: timestampFromDate(at(COUNT)), to: timestampFromDate(new Date(now.getTime() + 1)) };

  it('count states, tell the rate and the times, and sum parts and cost', async () => {
    const { rows, days, reasons } = await counted({ ...span, by: StatisticsBy.CHANNEL });

    const [mail, text] = rows;
    expect(mail).toMatchObject({ key: 'email', total: 90_000, counts: { sent: 89_900, failed: 100, delivered: 0 } });
    expect(mail?.deliveryRate).toBeCloseTo(0.9989, 4);
    expect([mail?.latencyP50Ms, mail?.latencyP95Ms]).toEqual([1_000, 1_000]);
    expect(text).toMatchObject({ key: 'sms', total: 10_000, counts: { delivered: 10_000 }, smsSegments: 20_000 });
    expect([text?.costMicros, text?.latencyP50Ms]).toEqual([400_000_000n, 3_000]);
    expect(reasons).toMatchObject([{ reason: 'No such address.', count: 100 }]);
    expect(days.reduce((sum, { total }) => sum + total, 0)).toBe(COUNT);
  }, 20_000);

  it.each([
    [StatisticsBy.TEMPLATE, ['reminder', 'login']],
    [StatisticsBy.CATEGORY, ['presence']],
    [StatisticsBy.PROVIDER, ['smtp', 'twilio']],
  ])(
    'are told apart as asked (%s)',
    async (by, keys) => {
      const { rows } = await counted({ ...span, by });

      expect(rows.map(({ key }) => key)).toEqual(keys);
    },
    30_000,
  );

  it('are there within a second once their days were counted', async () => {
    const later = { ...span, to: timestampFromDate(new Date(now.getTime() + 2)) };
    const begun = performance.now();

    const { rows } = await knowing().getStatistics(later);

    expect(rows.map(({ total }) => total)).toEqual([90_000, 10_000]);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });

  it('follow what becomes of a message of a past day', async () => {
    const path = 'cmd.notifier.v1.inbound.report-delivery';
    const report = { messageId: 'm50001', delivered: true, code: '', at: timestampFromDate(now) };
    await publish(bus, command(ReportDeliverySchema, path, 'm50001-delivered', now, report));
    await vi.waitFor(async () =>
      expect((await knowing().getMessageTimeline({ messageId: 'm50001' })).message?.state).toBe(MessageState.DELIVERED),
    );

    const { rows } = await counted({ ...span, to: timestampFromDate(new Date(now.getTime() + 3)) });

    expect(rows[0]).toMatchObject({ key: 'email', counts: { sent: 89_899, delivered: 1 } });
  });

  it('count nothing of another time', async () => {
    const later = { from: span.to, to: timestampFromDate(new Date('2026-03-04T00:00:00Z')) };

    expect(await counted(later)).toMatchObject({ rows: [], days: [], reasons: [] });
  });
});

describe('the timeline', () => {
  it('tells of every attempt and of the end', async () => {
    const { message, steps } = await knowing().getMessageTimeline({ messageId: 'm999' });

    expect(message).toMatchObject({
      id: 'm999',
      state: MessageState.FAILED,
      reference: 'visit:999',
      sender: 'register',
    });
    expect(steps.map(({ kind }) => kind)).toEqual([TimelineKind.REQUESTED, TimelineKind.ATTEMPT, TimelineKind.FAILED]);
  });

  it('of no message is refused', async () => {
    await expect(knowing().getMessageTimeline({ messageId: 'none' })).rejects.toMatchObject({
      code: 'notifier.message_not_found',
    });
  });
});
