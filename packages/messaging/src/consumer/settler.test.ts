import { AppError } from '@guildhall/kernel';
import type { JsMsg } from '@nats-io/jetstream';
import { headers } from '@nats-io/nats-core';
import { describe, expect, it, vi } from 'vitest';
import type { Bus } from '../bus/connect.ts';
import { settler } from './settler.ts';
import type { Delivery } from './subscription.ts';

type Publish = (subject: string, data: Uint8Array, options: { msgID: string }) => Promise<object>;

const setUp = ({ closed = false, publish = vi.fn<Publish>(() => Promise.resolve({})) } = {}) => {
  const info = vi.fn<() => Promise<object>>(() => Promise.resolve({}));
  const bus = {
    nc: { isClosed: () => closed, isDraining: () => false },
    js: { publish },
    jsm: { streams: { info } },
  } as unknown as Bus;
  const report = vi.fn<(error: unknown, delivery: Delivery) => void>();
  const settle = settler(bus, { durable: 'test', maxAttempts: 3, patienceMs: 1_000, report });
  return { settle, report, publish, info };
};
const arrived = () => {
  const said: string[] = [];
  const message = {
    ack: () => said.push('ack'),
    nak: (delayMs: number) => said.push(`nak ${delayMs >= 0}`),
    term: () => said.push('term'),
    headers: headers(),
    data: new Uint8Array(),
    seq: 5,
    timestampNanos: BigInt(Date.now()) * 1_000_000n,
    info: { stream: 'EVT_TEST' },
  } as unknown as JsMsg;
  return { said, message };
};
const delivery = (attempt = 1): Delivery => ({
  id: 'm1',
  subject: 'evt.x',
  aggregateId: 'x',
  version: 1,
  at: new Date(0),
  attempt,
});
const tick = () => new Promise(setImmediate);
const hopeless = new AppError('invalid', 'test.bad', 'No.');
const away = new AppError('unavailable', 'test.away', 'Later.');

describe('a message that is done', () => {
  it('is acknowledged at the end of the tick, with the others', async () => {
    const { settle } = setUp();
    const [one, two] = [arrived(), arrived()];
    settle.done(one.message);
    settle.done(two.message);
    expect([one.said, two.said]).toEqual([[], []]);
    await tick();
    expect([one.said, two.said]).toEqual([['ack'], ['ack']]);
  });

  it('is acknowledged at once when the consumer closes', () => {
    const { settle } = setUp();
    const { said, message } = arrived();
    settle.done(message);
    settle.flush();
    expect(said).toEqual(['ack']);
  });

  it('is left to be delivered again when the connection is closed', async () => {
    const { settle } = setUp({ closed: true });
    const { said, message } = arrived();
    settle.done(message);
    await tick();
    expect(said).toEqual([]);
  });
});

describe('a message that failed', () => {
  it('goes back for a repeat; a refusal that may pass is nobody’s news', async () => {
    const { settle, report } = setUp();
    const { said, message } = arrived();
    await expect(settle.failed(message, delivery(), away)).resolves.toBe('retry');
    expect(said).toEqual(['nak true']);
    expect(report).not.toHaveBeenCalled();
  });

  it('unexpectedly is reported each time', async () => {
    const { settle, report } = setUp();
    const broken = new TypeError('broken');
    await expect(settle.failed(arrived().message, delivery(), broken)).resolves.toBe('retry');
    expect(report).toHaveBeenCalledExactlyOnceWith(broken, delivery());
  });

  it('for good is kept as a dead letter before it is ended', async () => {
    const { said, message } = arrived();
    const publish = vi.fn<Publish>(() => Promise.resolve(said.push('kept')).then(() => ({})));
    const { settle, report } = setUp({ publish });
    await expect(settle.failed(message, delivery(), hopeless)).resolves.toBe('dead-letter');
    expect(said).toEqual(['kept', 'term']);
    expect(publish.mock.calls[0]?.[0]).toBe('dlq.test');
    expect(report).toHaveBeenCalledTimes(1);
  });

  it('for good is a dead letter once, though it is settled twice', async () => {
    const { settle, publish } = setUp();
    await settle.failed(arrived().message, delivery(), hopeless);
    await settle.failed(arrived().message, delivery(), hopeless);
    expect(new Set(publish.mock.calls.map(([, , { msgID }]) => msgID)).size).toBe(1);
  });

  it('makes the stream of dead letters where it is missing', async () => {
    const publish = vi.fn<Publish>(() => Promise.resolve({})).mockRejectedValueOnce(new Error('no stream'));
    const { settle, info } = setUp({ publish });
    await expect(settle.failed(arrived().message, delivery(), hopeless)).resolves.toBe('dead-letter');
    expect(info).toHaveBeenCalledTimes(1);
    expect(publish).toHaveBeenCalledTimes(2);
  });

  it('is not ended when it cannot be kept', async () => {
    const { settle, report } = setUp({ publish: vi.fn<Publish>(() => Promise.reject(new Error('full'))) });
    const { said, message } = arrived();
    await expect(settle.failed(message, delivery(), hopeless)).resolves.toBe('retry');
    expect(said).toEqual(['nak true']);
    expect(report).toHaveBeenCalledTimes(2);
  });

  it('is left alone when the connection is closed', async () => {
    const { settle } = setUp({ closed: true });
    const { said, message } = arrived();
    await settle.failed(message, delivery(), away);
    expect(said).toEqual([]);
  });
});
