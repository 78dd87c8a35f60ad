import { commandStream, eventStream } from '@guildhall/contracts';
import { Lane, SendMessageSchema } from '@guildhall/contracts/notifier/v1/commands';
import { SiteChangedSchema, VisitOpenedSchema } from '@guildhall/contracts/register/v1/events';
import { AppError } from '@guildhall/kernel';
import { headers } from '@nats-io/nats-core';
import { testBus } from '@guildhall/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type Bus,
  consume,
  type ConsumeOptions,
  type Consuming,
  deadLetters,
  type Delivery,
  type Envelope,
  fact,
  on,
  onGroup,
  sendCommand,
} from '../index.ts';
import { ensureStream } from '../topology.ts';

const at = new Date('2026-03-02T10:00:00.500Z');
const stream = eventStream('register');
const durable = 'test-sites';

let bus: Bus;
const consumers: Consuming[] = [];

beforeEach(async () => {
  bus = await testBus();
  await ensureStream(bus, stream);
});
afterEach(async () => {
  await Promise.all(consumers.splice(0).map((consumer) => consumer.close()));
  await bus.close();
});

const start = async (options: Partial<ConsumeOptions>): Promise<Consuming> => {
  const consumer = consume(bus, { stream, durable, subscriptions: [], ...options });
  consumers.push(consumer);
  await consumer.ready;
  return consumer;
};
const publish = ({ subject, data, id, headers: own }: Envelope, msgID = id) => {
  const all = headers();
  for (const [name, value] of Object.entries(own)) all.set(name, value);
  return bus.js.publish(subject, data, { headers: all, msgID });
};
const siteChanged = (id: string, version = 1) =>
  fact(SiteChangedSchema, { id, version }, at, { siteId: id, name: `n${version}` });
const quick = { timeout: 8_000, interval: 20 };
const settled = () =>
  vi.waitFor(async () => {
    const { num_pending, num_ack_pending } = await bus.jsm.consumers.info(stream.name, durable);
    expect([num_pending, num_ack_pending]).toEqual([0, 0]);
  }, quick);
const unavailable = (options = {}) => new AppError('unavailable', 'test.away', 'Later.', options);

describe('handling messages', () => {
  it('hands over the decoded fact with what is known of it', async () => {
    const seen: [string, Delivery][] = [];
    await start({
      subscriptions: [on(SiteChangedSchema, async ({ name }, delivery) => void seen.push([name, delivery]))],
    });
    const message = siteChanged('north', 7);
    await publish(message);
    await settled();
    expect(seen).toEqual([
      ['n7', { id: message.id, subject: message.subject, aggregateId: 'north', version: 7, at, attempt: 1 }],
    ]);
  });

  it('gives each kind of fact to its own handler, and leaves others alone', async () => {
    const seen: string[] = [];
    await start({
      subscriptions: [
        on(SiteChangedSchema, async ({ siteId }) => void seen.push(`site ${siteId}`)),
        on(VisitOpenedSchema, async ({ visitId }) => void seen.push(`visit ${visitId}`)),
      ],
    });
    await publish(fact(VisitOpenedSchema, { id: 'v1', version: 1 }, at, { visitId: 'v1' }));
    await publish(siteChanged('north'));
    await settled();
    expect(seen.toSorted()).toEqual(['site north', 'visit v1']);
  });

  it('handles what was published before it was there', async () => {
    await publish(siteChanged('early'));
    const seen: string[] = [];
    await start({ subscriptions: [on(SiteChangedSchema, async ({ siteId }) => void seen.push(siteId))] });
    await settled();
    expect(seen).toEqual(['early']);
  });

  it('keeps the order of one aggregate while others go on', async () => {
    const seen: string[] = [];
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await start({
      subscriptions: [
        on(SiteChangedSchema, async ({ siteId, name }) => {
          if (siteId === 'slow' && name === 'n1') await held;
          seen.push(`${siteId} ${name}`);
        }),
      ],
    });
    for (const message of [siteChanged('slow', 1), siteChanged('slow', 2), siteChanged('quick', 1)])
      await publish(message);
    await vi.waitFor(() => expect(seen).toEqual(['quick n1']), quick);
    release();
    await settled();
    expect(seen).toEqual(['quick n1', 'slow n1', 'slow n2']);
  });

  it('hands over in groups what arrives together, each item with its own outcome', async () => {
    const sizes: number[] = [];
    const failedOnce = new Set<string>();
    const handle = onGroup(SiteChangedSchema, async (items) => {
      sizes.push(items.length);
      return items.map(({ event }) => {
        if (!event.siteId.endsWith('3') || failedOnce.has(event.siteId)) return undefined;
        failedOnce.add(event.siteId);
        return unavailable();
      });
    });
    await Promise.all(Array.from({ length: 200 }, (_, n) => publish(siteChanged(`site-${n}`))));
    await start({ subscriptions: [handle] });
    await settled();
    expect(failedOnce.size).toBe(20);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(220);
    expect(Math.max(...sizes)).toBeGreaterThan(10);
  });

  it('takes commands of one lane by its filter', async () => {
    const commands = commandStream('notifier');
    await ensureStream(bus, commands);
    const seen: string[] = [];
    await start({
      stream: commands,
      durable: 'notifier-bulk',
      filter: ['cmd.notifier.v1.bulk.send.*'],
      subscriptions: [onGroup(SendMessageSchema, async (items) => items.map(({ event }) => void seen.push(event.to)))],
    });
    await publish(sendCommand(at, { idempotencyKey: 'a', lane: Lane.BULK, to: 'bulk' }));
    await publish(sendCommand(at, { idempotencyKey: 'b', lane: Lane.EMERGENCY, to: 'emergency' }));
    await vi.waitFor(() => expect(seen).toEqual(['bulk']), quick);
  });

  it('shares the messages between replicas', async () => {
    const seen = { one: 0, two: 0 };
    await start({ concurrency: 4, subscriptions: [on(SiteChangedSchema, async () => void seen.one++)] });
    await start({ concurrency: 4, subscriptions: [on(SiteChangedSchema, async () => void seen.two++)] });
    await Promise.all(Array.from({ length: 100 }, (_, n) => publish(siteChanged(`s${n}`))));
    await settled();
    expect(seen.one + seen.two).toBe(100);
    expect(Math.min(seen.one, seen.two)).toBeGreaterThan(0);
  });
});

describe('failures', () => {
  it('are repeated when they may pass, at the stated time at the earliest', async () => {
    const attempts: [number, number][] = [];
    await start({
      subscriptions: [
        on(SiteChangedSchema, async (_, { attempt }) => {
          attempts.push([attempt, performance.now()]);
          if (attempt === 1) throw unavailable({ retryAfterSeconds: 1 });
          if (attempt === 2) throw new Error('who knows');
        }),
      ],
    });
    await publish(siteChanged('north'));
    await settled();
    expect(attempts.map(([attempt]) => attempt)).toEqual([1, 2, 3]);
    expect((attempts[1]?.[1] ?? 0) - (attempts[0]?.[1] ?? 0)).toBeGreaterThanOrEqual(990);
  });

  it('that cannot pass become a dead letter at once, with a code and without content', async () => {
    const report = vi.fn<NonNullable<ConsumeOptions['report']>>();
    const handle = vi.fn<() => Promise<void>>(() =>
      Promise.reject(new AppError('invalid', 'test.bad', 'No: ada@example.org.')),
    );
    await start({ subscriptions: [on(SiteChangedSchema, handle)], report });
    const message = siteChanged('north');
    await publish(message);
    await settled();
    expect(handle).toHaveBeenCalledTimes(1);
    const { items } = await deadLetters(bus).list({ limit: 10 });
    expect(items).toEqual([
      {
        id: '1',
        durable,
        stream: stream.name,
        subject: message.subject,
        messageId: message.id,
        code: 'test.bad',
        attempts: 1,
        at: expect.any(Date),
      },
    ]);
    expect(JSON.stringify(items)).not.toContain('ada@');
    expect(report).toHaveBeenCalledTimes(1);
  });

  it('that nobody foresaw become a dead letter at the last attempt', async () => {
    const attempts: number[] = [];
    const fail = on(SiteChangedSchema, async (_, { attempt }) => {
      attempts.push(attempt);
      throw new TypeError('broken');
    });
    await start({ subscriptions: [fail], maxAttempts: 2 });
    await publish(siteChanged('north'));
    await settled();
    expect(attempts).toEqual([1, 2]);
    const { items } = await deadLetters(bus).list({ limit: 10 });
    expect(items).toMatchObject([{ code: 'TypeError', attempts: 2 }]);
  });

  it('to decode become a dead letter', async () => {
    const handle = vi.fn<() => Promise<void>>();
    const group = onGroup(VisitOpenedSchema, async (items) => items.map(() => void handle()));
    await start({ subscriptions: [on(SiteChangedSchema, handle), group] });
    await publish({ ...siteChanged('north'), data: Uint8Array.of(255, 255, 255) });
    await publish({
      ...siteChanged('x'),
      subject: 'evt.register.v1.visit-opened.x',
      data: Uint8Array.of(255, 255, 255),
    });
    await settled();
    const { items } = await deadLetters(bus).list({ limit: 10 });
    expect(items.map(({ code }) => code)).toEqual(['messaging.undecodable', 'messaging.undecodable']);
    expect(handle).not.toHaveBeenCalled();
  });
});

describe('dead letters', () => {
  const dead = async (count: number) => {
    const reached: string[] = [];
    const state = { isBroken: true };
    const handle = on(SiteChangedSchema, async ({ siteId }, delivery) => {
      if (state.isBroken) throw new AppError('invalid', 'test.bad', 'No.');
      reached.push(`${siteId} ${delivery.version} ${delivery.attempt} ${delivery.subject} ${delivery.id}`);
    });
    await start({ subscriptions: [handle] });
    const messages = Array.from({ length: count }, (_, n) => siteChanged(`site-${n}`, n + 1));
    for (const message of messages) await publish(message);
    await settled();
    return { reached, state, messages };
  };

  it('are listed by pages', async () => {
    await dead(5);
    const letters = deadLetters(bus);
    const first = await letters.list({ limit: 3 });
    const second = await letters.list({ limit: 3, after: first.next ?? '' });
    expect([first.items.length, second.items.length, second.next]).toEqual([3, 2, undefined]);
    expect(new Set([...first.items, ...second.items].map(({ subject }) => subject)).size).toBe(5);
  });

  it('reach the consumer that gave up, as they were, and nobody else', async () => {
    const others = vi.fn<() => Promise<void>>(() => Promise.resolve());
    await start({ durable: 'other-sites', subscriptions: [on(SiteChangedSchema, others)] });
    const { reached, state, messages } = await dead(1);
    await vi.waitFor(() => expect(others).toHaveBeenCalledTimes(1), quick);
    state.isBroken = false;
    const letters = deadLetters(bus);
    await expect(letters.redrive([])).resolves.toBe(1);
    await vi.waitFor(() => expect(reached).toHaveLength(1), quick);
    expect(reached).toEqual([`site-0 1 1 ${messages[0]?.subject} ${messages[0]?.id}`]);
    expect((await letters.list({ limit: 9 })).items).toEqual([]);
    expect(others).toHaveBeenCalledTimes(1);
  });

  it('die again when nothing has changed, and can be driven again', async () => {
    const { reached, state } = await dead(1);
    const letters = deadLetters(bus);
    const listed = () => letters.list({ limit: 9 }).then(({ items }) => items.map(({ id }) => id));
    const [id = ''] = await listed();
    await expect(letters.redrive([id])).resolves.toBe(1);
    const [again = ''] = await vi.waitFor(async () => {
      const ids = await listed();
      expect(ids).toHaveLength(1);
      expect(ids).not.toContain(id);
      return ids;
    }, quick);
    state.isBroken = false;
    await letters.redrive([again]);
    await vi.waitFor(() => expect(reached).toHaveLength(1), quick);
  });

  it('that die again at once are driven once by one call', async () => {
    await dead(20);

    await expect(deadLetters(bus).redrive([])).resolves.toBe(20);
  });

  it('are driven one by one by their ids, and by the consumers one may see', async () => {
    const { reached, state } = await dead(3);
    state.isBroken = false;
    const letters = deadLetters(bus);
    await expect(letters.redrive([], ['somebody-else'])).resolves.toBe(0);
    await expect(letters.redrive(['2', '99'])).resolves.toBe(1);
    await vi.waitFor(() => expect(reached).toHaveLength(1), quick);
    expect((await letters.list({ limit: 9, durables: [durable] })).items).toHaveLength(2);
    expect((await letters.list({ limit: 9, durables: ['somebody-else'] })).items).toEqual([]);
  });
});

describe('surviving', () => {
  it('comes back within a second when its stream is deleted and made anew', async () => {
    const seen: string[] = [];
    await start({ subscriptions: [on(SiteChangedSchema, async ({ siteId }) => void seen.push(siteId))] });
    await publish(siteChanged('before'));
    await settled();
    await bus.jsm.streams.delete(stream.name);
    const startedAt = performance.now();
    await ensureStream(bus, stream);
    await publish(siteChanged('after'));
    await vi.waitFor(() => expect(seen).toEqual(['before', 'after']), quick);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });

  it('takes over another filter when it is started with one', async () => {
    const first = await start({ subscriptions: [on(SiteChangedSchema, async () => undefined)] });
    await first.close();
    const seen: string[] = [];
    await start({ subscriptions: [on(VisitOpenedSchema, async ({ visitId }) => void seen.push(visitId))] });
    await publish(fact(VisitOpenedSchema, { id: 'v1', version: 1 }, at, { visitId: 'v1' }));
    await vi.waitFor(() => expect(seen).toEqual(['v1']), quick);
  });

  it('finishes what it handles when it is closed, and lets the rest go to others at once', async () => {
    const handled: string[] = [];
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const slow = on(SiteChangedSchema, async ({ siteId }) => {
      await held;
      handled.push(`first ${siteId}`);
    });
    const first = await start({ concurrency: 2, subscriptions: [slow] });
    for (let n = 0; n < 4; n += 1) await publish(siteChanged(`s${n}`));
    await vi.waitFor(async () => {
      const { num_pending } = await bus.jsm.consumers.info(stream.name, durable);
      expect(num_pending).toBeLessThanOrEqual(2);
    }, quick);
    const closed = first.close();
    release();
    await closed;
    await start({
      subscriptions: [on(SiteChangedSchema, async ({ siteId }) => void handled.push(`second ${siteId}`))],
    });
    await settled();
    expect(handled.map((one) => one.split(' ')[1]).toSorted()).toEqual(['s0', 's1', 's2', 's3']);
    expect(handled.filter((one) => one.startsWith('second')).length).toBeGreaterThan(0);
  });
});
