import { describe, expect, it, vi, beforeEach, afterEach } from 'vitest';
import type { Envelope } from '../envelope.ts';
import { ackTable } from './ack-table.ts';
import { clearLane } from './clear-lane.ts';
import { liveLane } from './live-lane.ts';
import { memoryOutbox } from './memory-outbox.testing.ts';
import type { Confirmed, OutboxSource, Waiting } from './outbox-source.ts';
import type { Sender } from './sender.ts';
import { sweeper } from './sweeper.ts';

const message = (id: string): Envelope => ({
  id,
  at: new Date(0),
  subject: 'evt.test.v1.x.y',
  data: new Uint8Array(),
  headers: {},
});
const entry = (owner: string, messages = 1): Waiting => ({
  source: 'memory',
  owner,
  version: 1,
  from: 1,
  messages: Array.from({ length: messages }, (_, n) => message(`${owner}-${n}`)),
});
/** A sender whose every sending ends when the test says so. */
const heldSender = () => {
  const held: { ids: string[]; end: (stored: boolean) => void }[] = [];
  const sender: Sender = {
    sendAll: (messages) => new Promise((end) => held.push({ ids: messages.map(({ id }) => id), end })),
    close: () => undefined,
  };
  return { held, sender };
};
const tick = () => new Promise(setImmediate);
const never = (error: unknown): never => {
  throw error;
};

describe('the live lane', () => {
  it('sends at once, and tells what is stored and nothing else', async () => {
    const { held, sender } = heldSender();
    const stored: string[] = [];
    const { offer, idle } = liveLane(sender, ({ owner }) => stored.push(owner));
    offer([entry('a'), entry('b')]);
    held[0]?.end(true);
    held[1]?.end(false);
    await idle();
    expect(stored).toEqual(['a']);
  });

  it('keeps 256 messages under way, and the rest in order behind them', async () => {
    const { held, sender } = heldSender();
    const { offer } = liveLane(sender, () => undefined);
    offer(Array.from({ length: 300 }, (_, n) => entry(`o${n}`)));
    expect(held).toHaveLength(256);
    held[7]?.end(true);
    await tick();
    expect(held.map(({ ids }) => ids[0]).slice(-1)).toEqual(['o256-0']);
  });

  it('forgets what finds no place', async () => {
    const { held, sender } = heldSender();
    const { offer } = liveLane(sender, () => undefined);
    offer(Array.from({ length: 20_000 }, (_, n) => entry(`o${n}`)));
    offer([entry('one too many', 1)]);
    offer(Array.from({ length: 20_001 }, (_, n) => entry(`p${n}`)));
    expect(held).toHaveLength(256);
  });

  it('is idle when nothing was offered, and waits when something is under way', async () => {
    const { held, sender } = heldSender();
    const { offer, idle } = liveLane(sender, () => undefined);
    await idle();
    offer([entry('a', 3)]);
    let isIdle = false;
    const waited = idle().then(() => (isIdle = true));
    await tick();
    expect(isIdle).toBe(false);
    held[0]?.end(true);
    await waited;
  });
});

describe('the lane of confirmations', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const save = (owner: string): Confirmed => ({ owner, version: 1, from: 1 });
  const sourceWith = (confirmed: OutboxSource['confirmed']) => ({ ...memoryOutbox().source, confirmed });

  it('holds them back for a moment, and writes them together', async () => {
    const written: string[][] = [];
    const lane = clearLane(
      sourceWith(async (saves) => void written.push(saves.map(({ owner }) => owner))),
      50,
      never,
    );
    lane.add(save('a'));
    await vi.advanceTimersByTimeAsync(49);
    lane.add(save('b'));
    expect(written).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(written).toEqual([['a', 'b']]);
  });

  it('writes one after the other', async () => {
    let running = 0;
    let most = 0;
    const slow = async (): Promise<void> => {
      most = Math.max(most, (running += 1));
      await vi.advanceTimersByTimeAsync(0);
      running -= 1;
    };
    const lane = clearLane(sourceWith(slow), 10, never);
    for (const owner of ['a', 'b', 'c']) {
      lane.add(save(owner));
      await vi.advanceTimersByTimeAsync(10);
    }
    await lane.close();
    expect(most).toBe(1);
  });

  it('writes what is left when it closes, and reports what fails', async () => {
    const report = vi.fn<(error: unknown) => void>();
    const lane = clearLane(
      sourceWith(() => Promise.reject(new Error('away'))),
      50,
      report,
    );
    lane.add(save('a'));
    await lane.close();
    expect(report).toHaveBeenCalledExactlyOnceWith(new Error('away'));
  });
});

describe('the sweep', () => {
  const all = new Date(Date.now() + 60_000);
  const allStored: Sender = { sendAll: () => Promise.resolve(true), close: () => undefined };

  it('brings out everything, however much', async () => {
    const outbox = memoryOutbox();
    for (let n = 0; n < 1_000; n += 1) outbox.keep(entry(`o${n}`));
    await sweeper(outbox.source, allStored, never).sweep(all);
    expect(outbox.waiting()).toEqual([]);
  });

  it('leaves what could not be stored, and does not try for ever', async () => {
    const outbox = memoryOutbox();
    for (let n = 0; n < 300; n += 1) outbox.keep(entry(`o${n}`));
    await sweeper(outbox.source, { ...allStored, sendAll: () => Promise.resolve(false) }, never).sweep(all);
    expect(outbox.waiting()).toHaveLength(300);
  });

  it('does not go on for ever when nothing can be cleared', async () => {
    const outbox = memoryOutbox();
    for (let n = 0; n < 300; n += 1) outbox.keep(entry(`o${n}`));
    const stubborn = { ...outbox.source, confirmed: () => Promise.resolve() };
    await sweeper(stubborn, allStored, never).sweep(all);
    expect(outbox.waiting()).toHaveLength(300);
  });

  it('follows a wish that comes while it runs', async () => {
    const outbox = memoryOutbox();
    const asked: Date[] = [];
    const pending: OutboxSource['pending'] = (olderThan, limit) => {
      asked.push(olderThan);
      return outbox.source.pending(olderThan, limit);
    };
    const { sweep } = sweeper({ ...outbox.source, pending }, allStored, never);
    await Promise.all([sweep(new Date(1)), sweep(new Date(3)), sweep(new Date(2))]);
    expect(asked).toEqual([new Date(1), new Date(3)]);
  });

  it('reports a source that fails, and works again later', async () => {
    const outbox = memoryOutbox();
    outbox.keep(entry('a'));
    const report = vi.fn<(error: unknown) => void>();
    const pending = vi.fn<OutboxSource['pending']>(outbox.source.pending).mockRejectedValueOnce(new Error('away'));
    const { sweep } = sweeper({ ...outbox.source, pending }, allStored, report);
    await sweep(all);
    expect(report).toHaveBeenCalledExactlyOnceWith(new Error('away'));
    await sweep(all);
    expect(outbox.waiting()).toEqual([]);
  });
});

describe('acknowledgements', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const stored = { stream: 'EVT_TEST', sequence: 7, duplicate: false };

  it('find who waits for them by number', async () => {
    const acks = ackTable(5_000);
    const numbers: number[] = [];
    const [first, second] = [1, 2].map(() => acks.add((number) => numbers.push(number)));
    acks.take(numbers[1] ?? 0)?.resolve({ ...stored, sequence: 8 });
    acks.take(numbers[0] ?? 0)?.resolve(stored);
    await expect(Promise.all([first, second])).resolves.toEqual([stored, { ...stored, sequence: 8 }]);
    acks.close();
  });

  it('that do not come in time are failures', async () => {
    const acks = ackTable(5_000);
    const failed = acks.add(() => undefined).catch(String);
    await vi.advanceTimersByTimeAsync(5_500);
    await expect(failed).resolves.toContain('in time');
    acks.close();
  });

  it('are given up together, and once', async () => {
    const acks = ackTable(5_000);
    const waiting = Promise.allSettled([1, 2].map(() => acks.add(() => undefined)));
    acks.failAll('the connection broke');
    acks.close();
    expect((await waiting).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  it('are not waited for when sending itself fails', async () => {
    const acks = ackTable(5_000);
    await expect(acks.add(() => never(new Error('too large')))).rejects.toThrow('too large');
    acks.close();
  });
});
