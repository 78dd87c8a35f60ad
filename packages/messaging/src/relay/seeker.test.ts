import { describe, expect, it, vi } from 'vitest';
import { memoryOutbox } from './memory-outbox.testing.ts';
import type { OutboxSource } from './outbox-source.ts';
import { seek } from './seeker.ts';
import type { Sender, Sent } from './sender.ts';

const message = (id: string) => ({ id, at: new Date(0), subject: 's', data: new Uint8Array(), headers: {} });
const entry = (owner: string, ...ids: string[]) => ({ source: 'memory', owner, messages: ids.map(message) });
const setUp = (answer: Sent = 'stored') => {
  const outbox = memoryOutbox();
  const sent: string[] = [];
  const out: Sender = {
    sendAll: (messages) => {
      sent.push(...messages.map(({ id }) => id));
      return Promise.resolve(answer);
    },
    close: () => undefined,
  };
  const miss = (owner: string, messageId: string, certainInMs: number) =>
    outbox.ledger.seek(outbox.ledger.begin(), {
      owner,
      messageIds: [messageId],
      certainAtMs: performance.now() + certainInMs,
    });
  return { ...outbox, sent, miss, run: (source: OutboxSource = outbox.source) => seek(source, out) };
};

describe('seeking', () => {
  it('brings out the messages that turned up, and no others of their aggregate', async () => {
    const { miss, keepElsewhere, run, sent, nothingWaits } = setUp();
    miss('a', 'a2', 60_000);
    keepElsewhere(entry('a', 'a1', 'a2', 'a3'));
    await run();
    expect(sent).toEqual(['a2']);
    expect(nothingWaits()).toBe(true);
  });

  it('goes on while what is missing may still be on its way', async () => {
    const { miss, run, nothingWaits } = setUp();
    miss('a', 'a1', 60_000);
    await run();
    expect(nothingWaits()).toBe(false);
  });

  it('ends when what is missing certainly was not stored', async () => {
    const { miss, run, nothingWaits } = setUp();
    miss('a', 'a1', 0);
    await run();
    expect(nothingWaits()).toBe(true);
  });

  it.each(['failed', 'refused'] as const)('keeps what was %s for the next time', async (answer) => {
    const { miss, keepElsewhere, run, nothingWaits } = setUp(answer);
    miss('a', 'a1', 0);
    keepElsewhere(entry('a', 'a1'));
    await run();
    expect(nothingWaits()).toBe(false);
  });

  it('forgets what a stream refused when its aggregate is gone', async () => {
    const { miss, run, nothingWaits } = setUp();
    miss('a', 'a1', Infinity);
    await run();
    expect(nothingWaits()).toBe(true);
  });

  it('asks for many by pages, and keeps them all when the store does not answer', async () => {
    const { miss, source, run, ledger } = setUp();
    for (let n = 0; n < 300; n += 1) miss(`o${n}`, 'm', 0);
    const of = vi.fn<OutboxSource['of']>(() => Promise.reject(new Error('away')));
    await expect(run({ ...source, of })).rejects.toThrow('away');
    expect(ledger.depth()).toBe(300);
    of.mockResolvedValue([]);
    await run({ ...source, of });
    expect(of.mock.calls.map(([owners]) => owners.length)).toEqual([128, 128, 128, 44]);
    expect(ledger.depth()).toBe(0);
  });
});
