import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failures } from './failure.ts';
import { pendingCalls } from './pending.ts';
import type { ReplyFrame } from './reply-frame.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const reply = (number: number): ReplyFrame => ({ number, status: 0, body: new Uint8Array() });
const waitFor = (calls: ReturnType<typeof pendingCalls>, number: number, deadline = Date.now() + 1_000) =>
  new Promise<ReplyFrame>((resolve, reject) => calls.add(number, { deadline, resolve, reject }));

describe('calls that wait', () => {
  it('get their own reply', async () => {
    const calls = pendingCalls();
    const waiting = Promise.all([1, 2].map((number) => waitFor(calls, number)));
    calls.settle(reply(2));
    calls.settle(reply(1));
    expect((await waiting).map(({ number }) => number)).toEqual([1, 2]);
  });

  it('get a reply that comes in parts as one, each its own', async () => {
    const calls = pendingCalls();
    const [one, other] = [waitFor(calls, 1), waitFor(calls, 2)];
    const part = (number: number, status: number, text: string) =>
      calls.settle({ number, status, body: Buffer.from(text) });
    part(1, 3, 'a');
    part(2, 3, 'x');
    part(1, 3, 'b');
    part(2, 0, 'y');
    part(1, 0, 'c');
    part(99, 3, 'nobody waits');
    const texts = (await Promise.all([one, other])).map(({ body }) => Buffer.from(body).toString());
    expect(texts).toEqual(['abc', 'xy']);
  });

  it('are settled once', async () => {
    const calls = pendingCalls();
    const waiting = waitFor(calls, 1);
    calls.settle(reply(1));
    calls.fail(1, failures.noResponder());
    calls.settle(reply(99));
    await expect(waiting).resolves.toEqual(reply(1));
  });

  it('fail soon after their own deadline', async () => {
    const calls = pendingCalls();
    const ended: string[] = [];
    const note = (name: string) => () => void ended.push(name);
    waitFor(calls, 1, Date.now() + 100).catch(note('early'));
    waitFor(calls, 2, Date.now() + 300).catch(note('late'));
    await vi.advanceTimersByTimeAsync(121);
    expect(ended).toEqual(['early']);
    await vi.advanceTimersByTimeAsync(200);
    expect(ended).toEqual(['early', 'late']);
  });

  it('fail together when the connection breaks, each with an error of its own', async () => {
    const calls = pendingCalls();
    const waiting = [1, 2, 3].map((number) => waitFor(calls, number).catch((error: unknown) => error));
    calls.failAll(failures.outcomeUnknown);
    const errors = await Promise.all(waiting);
    expect(new Set(errors).size).toBe(3);
    expect(errors).toEqual([1, 2, 3].map(() => expect.objectContaining({ code: 'rpc.outcome_unknown' })));
  });

  it('keep no timer running when nobody waits', async () => {
    const calls = pendingCalls();
    const waiting = waitFor(calls, 1);
    expect(vi.getTimerCount()).toBe(1);
    calls.settle(reply(1));
    await waiting;
    await vi.advanceTimersByTimeAsync(25);
    expect(vi.getTimerCount()).toBe(0);
  });
});
