import { describe, expect, it, vi, beforeEach, afterEach } from 'vitest';
import type { Envelope } from '../envelope.ts';
import { ackTable } from './ack-table.ts';
import { liveLane } from './live-lane.ts';
import type { Offered } from './outbox-source.ts';
import type { Sender, Sent } from './sender.ts';

const message = (id: string): Envelope => ({
  id,
  at: new Date(0),
  subject: 'evt.test.v1.x.y',
  data: new Uint8Array(),
  headers: {},
});
const keptAt = new Date(0);
const entry = (owner: string, messages = 1): Offered => ({
  source: 'memory',
  owner,
  keptAt,
  ticket: { keptAt },
  messages: Array.from({ length: messages }, (_, n) => message(`${owner}-${n}`)),
});
/** A sender whose every sending ends when the test says so. */
const heldSender = () => {
  const held: { ids: string[]; end: (sent: Sent) => void }[] = [];
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
  it('sends at once, and tells how it went with each', async () => {
    const { held, sender } = heldSender();
    const ended: string[][] = [];
    const { offer, idle } = liveLane(sender, ({ owner }, sent) => ended.push([owner, sent]));
    offer([entry('a'), entry('b')]);
    held[0]?.end('stored');
    held[1]?.end('failed');
    await idle();
    expect(ended).toEqual([
      ['a', 'stored'],
      ['b', 'failed'],
    ]);
  });

  it('keeps 256 messages under way, and the rest in order behind them', async () => {
    const { held, sender } = heldSender();
    const { offer } = liveLane(sender, () => undefined);
    offer(Array.from({ length: 300 }, (_, n) => entry(`o${n}`)));
    expect(held).toHaveLength(256);
    held[7]?.end('stored');
    await tick();
    expect(held.map(({ ids }) => ids[0]).slice(-1)).toEqual(['o256-0']);
  });

  it('fails what finds no place', () => {
    const { held, sender } = heldSender();
    const ended: string[] = [];
    const { offer } = liveLane(sender, ({ owner }, sent) => ended.push(`${owner} ${sent}`));
    offer(Array.from({ length: 20_000 }, (_, n) => entry(`o${n}`)));
    offer([entry('first'), entry('second')]);
    for (let n = 0; n < 256; n += 1) offer([entry(`p${n}`)]);
    expect(held).toHaveLength(256);
    expect(ended).toEqual(['p254 failed', 'p255 failed']);
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
    held[0]?.end('stored');
    await waited;
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
