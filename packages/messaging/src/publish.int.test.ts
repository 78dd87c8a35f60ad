import { commandStream } from '@guildhall/contracts';
import { ReportDeliverySchema } from '@guildhall/contracts/notifier/v1/commands';
import { connectBus } from '@guildhall/messaging';
import { testNats, type TestNats } from '@guildhall/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Bus } from './bus/connect.ts';
import { command, publish } from './publish.ts';

const at = new Date('2026-03-02T09:00:00Z');
const report = (id: string) =>
  command(ReportDeliverySchema, 'cmd.notifier.v1.inbound.report-delivery', id, at, { messageId: 'm1' });

let nats: TestNats;
let bus: Bus;
beforeEach(async () => {
  nats = await testNats();
  bus = await connectBus({ servers: nats.url, name: 'test' });
});
afterEach(async () => {
  await bus.close();
  await nats.close();
});

const kept = async () => (await bus.jsm.streams.info(commandStream('notifier').name)).state.messages;

describe('a command without an outbox', () => {
  it('is in its stream when it returns, which it makes where it is missing', async () => {
    await publish(bus, report('a'));

    expect(await kept()).toBe(1);
  });

  it('told twice is told once', async () => {
    await Promise.all([publish(bus, report('a')), publish(bus, report('a')), publish(bus, report('b'))]);

    expect(await kept()).toBe(2);
  });

  it('is refused at once while the bus is away', async () => {
    await nats.kill();
    await expect
      .poll(() => publish(bus, report('a')).catch((error: unknown) => error), { timeout: 10_000 })
      .toMatchObject({ kind: 'unavailable', code: 'messaging.not_published' });
  });

  it('has an id that fits into a subject', () => {
    expect(() => report('a.b')).toThrow('cannot be part of a subject');
  });
});
