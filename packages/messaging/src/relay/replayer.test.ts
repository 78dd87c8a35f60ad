import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryOutbox } from './memory-outbox.testing.ts';
import type { OutboxSource, Waiting } from './outbox-source.ts';
import { replayer } from './replayer.ts';
import type { Sender, Sent } from './sender.ts';
import type { KeptStream } from './stream-keeper.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const entry = (owner: string, ...services: string[]): Omit<Waiting, 'keptAt'> => ({
  source: 'memory',
  owner,
  messages: services.map((service) => ({
    id: `${owner}-${service}`,
    at: new Date(0),
    subject: `evt.${service}.v1.x.${owner}`,
    data: new Uint8Array(),
    headers: {},
  })),
});
const keptStream = (name: string) => {
  const said: string[] = [];
  const watch = { name, hold: () => said.push('hold'), release: () => said.push('release') };
  return { said, stream: { watch } as unknown as KeptStream };
};
const collecting = (answer: (id: string) => boolean = () => true) => {
  const sent: string[] = [];
  const sender: Sender = {
    sendAll: (messages) => {
      sent.push(...messages.map(({ id }) => id));
      return Promise.resolve(messages.every(({ id }) => answer(id)) ? 'stored' : 'failed');
    },
    close: () => undefined,
  };
  return { sent, sender };
};
const options = (report = vi.fn<(error: unknown) => void>()) => ({ windowMs: 60_000, report });
const settle = () => vi.advanceTimersByTimeAsync(0);

describe('a replay', () => {
  it('brings the messages of its stream from all outboxes, and of no other stream', async () => {
    const [one, two] = [memoryOutbox(), memoryOutbox()];
    one.keep(entry('a', 'register', 'identity'));
    one.keep(entry('b', 'identity'));
    two.keep(entry('c', 'register'));
    const { sent, sender } = collecting();
    const { said, stream } = keptStream('EVT_REGISTER');
    replayer([one.source, two.source], sender, options()).start(stream);
    await settle();
    expect(sent).toEqual(['a-register', 'c-register']);
    expect(said).toEqual(['hold', 'release']);
  });

  it('asks for no more than the window', async () => {
    const since = vi.fn<OutboxSource['since']>(memoryOutbox().source.since);
    const { sender } = collecting();
    replayer([{ ...memoryOutbox().source, since }], sender, options()).start(keptStream('EVT_REGISTER').stream);
    await settle();
    expect(since.mock.calls).toEqual([[new Date(Date.now() - 60_000)]]);
  });

  it('starts again from the beginning when a message could not be brought', async () => {
    vi.useRealTimers();
    const outbox = memoryOutbox();
    for (const owner of ['a', 'b']) outbox.keep(entry(owner, 'register'));
    let failures = 1;
    const { sent, sender } = collecting((id) => id !== 'b-register' || failures-- <= 0);
    const { said, stream } = keptStream('EVT_REGISTER');
    const { report, windowMs } = options();
    replayer([outbox.source], sender, { report, windowMs }).start(stream);
    await vi.waitFor(() => expect(said).toEqual(['hold', 'release']), { timeout: 3_000, interval: 20 });
    expect(sent).toEqual(['a-register', 'b-register', 'a-register', 'b-register']);
    expect(report).toHaveBeenCalledTimes(1);
  });

  it('has a bounded number of messages under way', async () => {
    const outbox = memoryOutbox();
    for (let n = 0; n < 500; n += 1) outbox.keep(entry(`o${n}`, 'register'));
    let underWay = 0;
    let most = 0;
    const sendAll = async (): Promise<Sent> => {
      most = Math.max(most, (underWay += 1));
      await new Promise((resolve) => setTimeout(resolve, 1));
      underWay -= 1;
      return 'stored';
    };
    const { said, stream } = keptStream('EVT_REGISTER');
    replayer([outbox.source], { sendAll, close: () => undefined }, options()).start(stream);
    await vi.advanceTimersByTimeAsync(50);
    expect(said).toEqual(['hold', 'release']);
    expect(most).toBe(128);
  });

  it('runs once for a stream, however often it is asked for', async () => {
    const outbox = memoryOutbox();
    outbox.keep(entry('a', 'register'));
    const { sent, sender } = collecting();
    const { start } = replayer([outbox.source], sender, options());
    const { stream } = keptStream('EVT_REGISTER');
    start(stream);
    start(stream);
    await settle();
    expect(sent).toEqual(['a-register']);
    start(stream);
    await settle();
    expect(sent).toEqual(['a-register', 'a-register']);
  });

  it('goes on past a message that the stream refuses, and looks after that one', async () => {
    const outbox = memoryOutbox();
    for (const owner of ['a', 'b']) outbox.keepElsewhere(entry(owner, 'register'));
    const { said, stream } = keptStream('EVT_REGISTER');
    const sendAll: Sender['sendAll'] = ([message]) =>
      Promise.resolve(message?.id === 'a-register' ? 'refused' : 'stored');
    replayer([outbox.source], { sendAll, close: () => undefined }, options()).start(stream);
    await settle();
    expect(said).toEqual(['hold', 'release']);
    expect(outbox.ledger.sought.all()).toMatchObject([{ owner: 'a', messageIds: ['a-register'] }]);
  });

  it('stops when the relay closes, and leaves the mark for the next start', async () => {
    const outbox = memoryOutbox();
    outbox.keep(entry('a', 'register'));
    const { sender } = collecting(() => false);
    const { said, stream } = keptStream('EVT_REGISTER');
    const { start, close } = replayer([outbox.source], sender, options());
    start(stream);
    await settle();
    await close();
    expect(said).toEqual(['hold']);
  });
});
