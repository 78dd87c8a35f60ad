import { SiteChangedSchema } from '@guildhall/contracts/register/v1/events';
import { testNats, type TestNats } from '@guildhall/testing';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type Bus,
  connectBus,
  fact,
  newId,
  type Relay,
  type RelayOptions,
  startRelay,
  type Waiting,
} from '../index.ts';
import { findStream } from '../topology.ts';
import { memoryOutbox } from './memory-outbox.testing.ts';

const at = new Date('2026-03-02T10:00:00Z');
const stream = 'EVT_REGISTER';

let nats: TestNats;
let bus: Bus;
let outbox: ReturnType<typeof memoryOutbox>;
let relay: Relay | undefined;

beforeEach(async () => {
  nats = await testNats();
  bus = await connectBus({ servers: nats.url, name: 'register' });
  outbox = memoryOutbox();
});
afterEach(async () => {
  await relay?.close();
  relay = undefined;
  await bus.close();
  await nats.close();
});

const start = (options: RelayOptions = {}) => (relay = startRelay(bus, [outbox.source], options));
const siteChanged = (id = newId()): Waiting => ({
  source: 'memory',
  owner: id,
  version: 1,
  from: 1,
  messages: [fact(SiteChangedSchema, { id, version: 1 }, at, { siteId: id })],
});
const keepMany = (count: number): Waiting[] => Array.from({ length: count }, () => outbox.keep(siteChanged())).flat();
const stored = async (): Promise<number> => {
  // A question that is asked while the connection is away is answered by nobody, for seconds.
  if (!bus.isConnected()) throw new Error('not connected');
  return (await findStream(bus, stream))?.state.messages ?? 0;
};
const arrive = (count: number) =>
  vi.waitFor(async () => expect(await stored()).toBe(count), { timeout: 10_000, interval: 25 });
const nothingWaits = () => vi.waitFor(() => expect(outbox.waiting()).toEqual([]), { timeout: 10_000, interval: 25 });

describe('bringing out what was saved', () => {
  it('publishes with the message id, the version and the time, and clears what the stream has', async () => {
    const entry = siteChanged('north');
    start().offer(outbox.keep(entry));
    await arrive(1);
    await nothingWaits();
    const message = await bus.jsm.streams.getMessage(stream, { seq: 1 });
    expect(message?.subject).toBe('evt.register.v1.site-changed.north');
    expect(message?.header.get('Nats-Msg-Id')).toBe(entry.messages[0]?.id);
    expect(message?.header.get('Aggregate-Version')).toBe('1');
    expect(message?.header.get('Happened-At')).toBe(at.toISOString());
  });

  it('clears a save only when all of its messages are stored', async () => {
    const [one, two] = [siteChanged(), siteChanged()];
    const tooLarge = { ...two.messages[0], data: new Uint8Array(9 * 1024 * 1024) } as Waiting['messages'][number];
    const report = vi.fn<NonNullable<RelayOptions['report']>>();
    start({ report }).offer(outbox.keep({ ...one, messages: [...one.messages, tooLarge] }));
    relay?.offer(outbox.keep(two));
    await arrive(2);
    await vi.waitFor(() => expect(outbox.waiting()).toEqual([one.owner]), { timeout: 5_000 });
    expect(report).toHaveBeenCalled();
  });

  it('takes by the sweep what nobody offered', async () => {
    keepMany(300);
    start({ sweepMs: 50 });
    await arrive(300);
    await nothingWaits();
  });

  it('brings a burst out, each message once', async () => {
    const entries = keepMany(2_000);
    const { offer } = start();
    entries.forEach((entry) => offer([entry]));
    await nothingWaits();
    expect(await stored()).toBe(2_000);
  });
});

describe('when the broker is away', () => {
  it('brings out on the return of the broker what was saved meanwhile', async () => {
    const { offer } = start();
    offer(keepMany(1));
    await arrive(1);
    await nats.kill();
    keepMany(20).forEach((entry) => offer([entry]));
    await nats.restart();
    await arrive(21);
    await nothingWaits();
  });

  it('rebuilds a stream whose files were deleted, from the whole window', async () => {
    const { offer } = start();
    keepMany(200).forEach((entry) => offer([entry]));
    await nothingWaits();
    await nats.kill();
    nats.deleteFiles();
    await nats.restart();
    await arrive(200);
  });

  it('rebuilds a stream that was deleted and made anew between two messages', async () => {
    const { offer } = start();
    keepMany(50).forEach((entry) => offer([entry]));
    await nothingWaits();
    await bus.jsm.streams.delete(stream);
    offer(keepMany(1));
    await arrive(51);
    await nothingWaits();
  });

  it('notices at its start that the stream lost its end', async () => {
    const before = mkdtempSync(join(tmpdir(), 'stream-before-'));
    const files = nats.files;
    start();
    keepMany(30).forEach((entry) => relay?.offer([entry]));
    await nothingWaits();
    await nats.kill();
    cpSync(files, before, { recursive: true });
    await nats.restart();
    await vi.waitFor(() => expect(bus.isConnected()).toBe(true), { timeout: 5_000 });
    keepMany(12).forEach((entry) => relay?.offer([entry]));
    await nothingWaits();
    await relay?.close();
    await nats.kill();
    nats.deleteFiles();
    cpSync(before, files, { recursive: true });
    await nats.restart();
    rmSync(before, { recursive: true });
    await vi.waitFor(() => expect(bus.isConnected()).toBe(true), { timeout: 5_000 });
    expect(await stored()).toBe(30);
    start();
    await arrive(42);
  });

  it('replays only what the window holds', async () => {
    const old = siteChanged();
    outbox.keep(old, new Date(Date.now() - 3_600_000));
    await outbox.source.confirmed([old]);
    start({ windowMs: 60_000 }).offer(keepMany(3));
    await arrive(3);
    await nothingWaits();
    await bus.jsm.streams.delete(stream);
    relay?.offer(keepMany(1));
    await arrive(4);
  });
});

describe('closing', () => {
  it('waits for what is under way, and remembers how far the stream was', async () => {
    const { offer, close } = start();
    offer(keepMany(1));
    await arrive(1);
    keepMany(500).forEach((entry) => offer([entry]));
    await close();
    relay = undefined;
    expect(outbox.waiting()).toEqual([]);
    expect(outbox.marks.get(stream)).toMatchObject({ sequence: 501 });
  });
});
