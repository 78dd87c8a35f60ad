import { SiteChangedSchema } from '@guildhall/contracts/register/v1/events';
import { temporaryFolder, testNats, type TestNats } from '@guildhall/testing';
import { cpSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type Bus,
  connectBus,
  fact,
  newId,
  type Relay,
  type RelayOptions,
  startRelay,
  type Offered,
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
const siteChanged = (id = newId()): Omit<Waiting, 'keptAt'> => ({
  source: 'memory',
  owner: id,
  messages: [fact(SiteChangedSchema, { id, version: 1 }, at, { siteId: id })],
});
const keepMany = (count: number): Offered[] => Array.from({ length: count }, () => outbox.keep(siteChanged())).flat();
const stored = async (): Promise<number> => {
  // A question that is asked while the connection is away is answered by nobody, for seconds.
  if (!bus.isConnected()) throw new Error('not connected');
  return (await findStream(bus, stream))?.state.messages ?? 0;
};
const arrive = (count: number) =>
  vi.waitFor(async () => expect(await stored()).toBe(count), { timeout: 10_000, interval: 25 });
const offerAll = ({ offer }: Relay, entries: readonly Offered[]): void => entries.forEach((entry) => offer([entry]));
const nothingWaits = () =>
  vi.waitFor(() => expect(outbox.nothingWaits()).toBe(true), { timeout: 10_000, interval: 25 });

describe('bringing out what was saved', () => {
  it('publishes with the message id, the version and the time, and knows what the stream has', async () => {
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

  it('counts a save as confirmed only when all of its messages are stored', async () => {
    const [one, two] = [siteChanged(), siteChanged()];
    const tooLarge = { ...two.messages[0], data: new Uint8Array(9 * 1024 * 1024) } as Waiting['messages'][number];
    const report = vi.fn<NonNullable<RelayOptions['report']>>();
    start({ report }).offer(outbox.keep({ ...one, messages: [...one.messages, tooLarge] }));
    relay?.offer(outbox.keep(two));
    await arrive(2);
    await vi.waitFor(() => expect(outbox.ledger.sought.all()).toMatchObject([{ owner: one.owner }]), {
      timeout: 5_000,
    });
    expect(outbox.ledger.depth()).toBe(1);
    expect(report).toHaveBeenCalled();
  });

  it('finds what it could not hold when it reads from there on', async () => {
    for (const { ticket } of keepMany(300)) outbox.ledger.defer(ticket);
    start({ sweepMs: 50 });
    await arrive(300);
    await nothingWaits();
  });

  it('finds by its aggregate what turns up late', async () => {
    const { ledger } = outbox;
    const late = siteChanged();
    const ticket = ledger.begin();
    start({ sweepMs: 20 });
    ledger.seek(ticket, {
      owner: late.owner,
      messageIds: late.messages.map(({ id }) => id),
      certainAtMs: performance.now() + 60_000,
    });
    outbox.keepElsewhere(late, ticket.keptAt);
    await arrive(1);
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
    const before = temporaryFolder();
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
    await vi.waitFor(() => expect(bus.isConnected()).toBe(true), { timeout: 5_000 });
    expect(await stored()).toBe(30);
    start();
    await arrive(42);
  });

  it('replays only what the window holds', async () => {
    outbox.keepElsewhere(siteChanged(), new Date(Date.now() - 3_600_000));
    start({ windowMs: 60_000 }).offer(keepMany(3));
    await arrive(3);
    await nothingWaits();
    await bus.jsm.streams.delete(stream);
    relay?.offer(keepMany(1));
    await arrive(4);
  });
});

describe('in the place of a relay that is gone', () => {
  const dead = (confirmedBefore: Date) =>
    outbox.outboxMarks.set('dead', { heartbeatAt: new Date(0), confirmedBefore: { memory: confirmedBefore } });
  const isDead = () => outbox.outboxMarks.has('dead');

  it('brings out at its start what the one before it left', async () => {
    const at = new Date(Date.now() - 60_000);
    outbox.keepElsewhere(siteChanged(), at);
    dead(at);
    start();
    await arrive(1);
  });

  it('forgets the one that stays silent, when all is brought out', async () => {
    dead(new Date());
    start({ sweepMs: 20, silentMs: 50 });
    outbox.keepElsewhere(siteChanged());
    await vi.waitFor(() => expect(isDead()).toBe(false), { timeout: 5_000 });
    expect(await stored()).toBe(1);
  });

  it('keeps the mark while the broker is away', async () => {
    await nats.kill();
    outbox.keepElsewhere(siteChanged());
    dead(new Date(0));
    outbox.marks.set(stream, { created: '', sequence: 0, messageId: '' });
    start({ sweepMs: 20, silentMs: 20 });
    await vi.waitFor(() => expect(outbox.outboxMarks.size).toBe(2));
    await nats.restart();
    await arrive(1);
    await vi.waitFor(() => expect(isDead()).toBe(false), { timeout: 5_000 });
  });
});

describe('the mark of a relay', () => {
  const marks = () => [...outbox.outboxMarks.values()];

  it('stands before the relay is ready, and moves when messages arrive', async () => {
    const { ready, offer } = start();
    await ready;
    expect(marks()).toHaveLength(1);
    const [{ ticket } = { ticket: undefined }] = keepMany(1);
    const before = ticket?.keptAt ?? new Date(0);
    offer(keepMany(5));
    await vi.waitFor(() => expect(marks()[0]?.confirmedBefore['memory']).toEqual(before), { timeout: 5_000 });
    if (ticket) outbox.ledger.settle(ticket);
    const isPast = () => (marks()[0]?.confirmedBefore['memory'] ?? before) > before;
    await vi.waitFor(() => expect(isPast()).toBe(true), { timeout: 5_000 });
  });

  it('is gone after a clean end, and stays when something waits', async () => {
    const first = start();
    offerAll(first, keepMany(3));
    await nothingWaits();
    await first.close();
    expect(marks()).toEqual([]);
    const second = start();
    const [one] = keepMany(1);
    await second.close();
    expect(marks()).toMatchObject([{ confirmedBefore: { memory: one?.keptAt } }]);
    relay = undefined;
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
    expect(outbox.nothingWaits()).toBe(true);
    expect(outbox.marks.get(stream)).toMatchObject({ sequence: 501 });
  });
});
