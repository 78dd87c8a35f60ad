import { describe, expect, it, vi } from 'vitest';
import { claim } from '../domain/delivery.ts';
import { aMessage, later } from '../domain/testing.ts';
import { type Deliver, sender } from './sender.ts';

/** A delivery that lasts until the test ends it. */
const heldUp = () => {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const deliver = vi.fn<Deliver>(() => promise);
  return { deliver, resolve, reject };
};

describe('the sender', () => {
  it('carries a message once, however often it is offered', () => {
    const { deliver } = heldUp();
    const { offer } = sender({ deliver, report: () => undefined });

    offer(aMessage());
    offer(aMessage());

    expect(deliver).toHaveBeenCalledOnce();
  });

  it('goes on with the newest version of what it carries', () => {
    const { deliver } = heldUp();
    const { offer } = sender({ deliver, report: () => undefined });
    const renewed = claim(aMessage(), later(20)).next;

    offer(aMessage());
    offer(renewed);

    expect(deliver.mock.calls[0]?.[0]()).toBe(renewed);
  });

  it('carries many at the same time, so that a slow one holds up nobody', () => {
    const { deliver } = heldUp();
    const { offer } = sender({ deliver, report: () => undefined });

    for (let i = 0; i < 100; i += 1) offer({ ...aMessage(), id: `m${i}` });

    expect(deliver).toHaveBeenCalledTimes(100);
  });

  it('lets go of one and keeps the others', () => {
    const { deliver } = heldUp();
    const { offer, drop } = sender({ deliver, report: () => undefined });
    offer(aMessage());
    offer({ ...aMessage(), id: 'm2' });

    drop('m1');
    drop('never there');

    expect(deliver.mock.calls.map(([, signal]) => signal.aborted)).toEqual([true, false]);
  });

  it('reports what went wrong, and may be offered the message again', async () => {
    const { deliver, reject } = heldUp();
    const report = vi.fn<(error: unknown, id: string) => void>();
    const { offer } = sender({ deliver, report });

    offer(aMessage());
    reject(new Error('boom'));
    await vi.waitFor(() => expect(report).toHaveBeenCalledWith(new Error('boom'), 'm1'));
    offer(aMessage());

    expect(deliver).toHaveBeenCalledTimes(2);
  });

  it('tells those who wait that it is closing, and waits for all', async () => {
    const { deliver, resolve } = heldUp();
    const { offer, close } = sender({ deliver, report: () => undefined });
    offer(aMessage());
    let isClosed = false;

    const closing = close().then(() => (isClosed = true));
    expect(deliver.mock.calls[0]?.[1].aborted).toBe(true);
    await Promise.resolve();
    expect(isClosed).toBe(false);
    resolve();
    await closing;

    expect(isClosed).toBe(true);
  });
});
