import { testBus } from '@guildhall/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Bus } from '../bus/connect.ts';
import type { Envelope } from '../envelope.ts';
import { newId } from '../ids.ts';
import { memoryOutbox } from './memory-outbox.testing.ts';
import { type Sender, sender } from './sender.ts';
import { type StreamKeeper, streamKeeper } from './stream-keeper.ts';

let bus: Bus;
let services = 0;
let service: string;
let streams: StreamKeeper;
let out: Sender;
const report = vi.fn<(error: unknown) => void>();
const lost = vi.fn<(stream: string) => void>();

beforeAll(async () => {
  bus = await testBus();
});
beforeEach(() => {
  report.mockClear();
  lost.mockClear();
  services += 1;
  service = `sender${services}`;
  const onLost = vi.fn<Parameters<typeof streamKeeper>[2]['onLost']>(({ watch }) => lost(watch.name));
  streams = streamKeeper(bus, memoryOutbox().source.marks.streams, { onLost, onReady: () => undefined, report });
  out = sender(bus, streams, { ackWaitMs: 1_000, report });
  return async () => {
    out.close();
    await streams.close();
  };
});
afterAll(() => bus.close());

const quick = { timeout: 5_000, interval: 10 };
const message = (data = 'x', id = newId()): Envelope => ({
  id,
  at: new Date(0),
  subject: `evt.${service}.v1.said.${id}`,
  data: Buffer.from(data),
  headers: { 'Aggregate-Version': '1' },
});
const ready = () => vi.waitFor(() => expect(streams.of(message().subject)?.isReady()).toBe(true), quick);
const messagesIn = async () => (await bus.jsm.streams.info(`EVT_${service.toUpperCase()}`)).state.messages;

describe('sending', () => {
  it('waits for nothing where the stream was not looked at, and looks', async () => {
    await expect(out.sendAll([message()])).resolves.toBe('failed');
    await ready();
    await expect(out.sendAll([message()])).resolves.toBe('stored');
    expect(lost.mock.calls).toEqual([[`EVT_${service.toUpperCase()}`]]);
  });

  it('stores all, in order, each with its headers', async () => {
    await ready();
    const messages = ['one', 'two', 'three'].map((text) => message(text));
    await expect(out.sendAll(messages)).resolves.toBe('stored');
    const stream = `EVT_${service.toUpperCase()}`;
    const found = await Promise.all([1, 2, 3].map((seq) => bus.jsm.streams.getMessage(stream, { seq })));
    expect(
      found.map((one) => [one?.string(), one?.header.get('Nats-Msg-Id'), one?.header.get('Aggregate-Version')]),
    ).toEqual(messages.map(({ id, data }) => [Buffer.from(data).toString(), id, '1']));
  });

  it('takes a repeat for stored, and stores it once', async () => {
    await ready();
    const once = message();
    expect(await Promise.all([out.sendAll([once]), out.sendAll([once])])).toEqual(['stored', 'stored']);
    expect(await messagesIn()).toBe(1);
  });

  it('keeps thousands under way', async () => {
    await ready();
    const sent = await Promise.all(Array.from({ length: 3_000 }, () => out.sendAll([message()])));
    expect(sent.every((one) => one === 'stored')).toBe(true);
    expect(await messagesIn()).toBe(3_000);
  });

  it('refuses what cannot be carried, reports it, and trusts the stream as before', async () => {
    await ready();
    await expect(out.sendAll([message('x'.repeat(9 * 1024 * 1024))])).resolves.toBe('refused');
    expect(report).toHaveBeenCalledTimes(1);
    expect(streams.of(message().subject)?.isReady()).toBe(true);
  });

  it('refuses what no stream can keep, and reports it', async () => {
    await expect(out.sendAll([{ ...message(), subject: 'rpc.x.y' }])).resolves.toBe('refused');
    expect(report).toHaveBeenCalledTimes(1);
  });

  it('fails when the stream is gone, and makes it anew', async () => {
    await ready();
    await out.sendAll([message()]);
    await bus.jsm.streams.delete(`EVT_${service.toUpperCase()}`);
    await expect(out.sendAll([message()])).resolves.toBe('failed');
    await ready();
    await expect(out.sendAll([message()])).resolves.toBe('stored');
    expect(lost).toHaveBeenCalledTimes(2);
  });

  it('fails what is under way when the relay closes', async () => {
    await ready();
    const sent = out.sendAll([message()]);
    out.close();
    await expect(sent).resolves.toBe('failed');
  });
});
