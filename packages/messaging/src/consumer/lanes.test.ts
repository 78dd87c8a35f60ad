import { afterEach, describe, expect, it, vi } from 'vitest';
import { groupLane, keyedLane, type Lane } from './lanes.ts';
import type { Arrival, Subscription } from './subscription.ts';

type Held = Readonly<{
  names: string[];
  answer: (outcomes?: readonly unknown[]) => void;
  fail: (error: unknown) => void;
}>;

/** A subscription whose every handling ends when the test says so. */
const heldSubscription = () => {
  const held: Held[] = [];
  const subscription: Subscription = {
    subject: 'evt.test',
    grouped: true,
    handle: (arrivals) =>
      new Promise((resolve, reject) => {
        const names = arrivals.map(({ delivery }) => delivery.id);
        held.push({ names, answer: (outcomes = []) => resolve(outcomes), fail: reject });
      }),
  };
  return { held, subscription };
};
const arrival = (id: string, aggregateId = id): Arrival => ({
  data: new Uint8Array(),
  delivery: { id, subject: `evt.test.${aggregateId}`, aggregateId, version: 1, at: new Date(0), attempt: 1 },
});
const tick = () => new Promise(setImmediate);
const send = (lane: Lane, ...ids: string[]) => ids.map((id) => lane(arrival(id)));

describe('a lane of single messages', () => {
  it('handles different aggregates side by side', () => {
    const { held, subscription } = heldSubscription();
    void send(keyedLane(subscription), 'a', 'b');
    expect(held.map(({ names }) => names)).toEqual([['a'], ['b']]);
  });

  it('handles one aggregate in order, also behind a failure', async () => {
    const { held, subscription } = heldSubscription();
    const lane = keyedLane(subscription);
    const outcomes = ['one', 'two', 'three'].map((id) => lane(arrival(id, 'same')));
    expect(held).toHaveLength(1);
    held[0]?.fail(new Error('broken'));
    await tick();
    expect(held.map(({ names }) => names[0])).toEqual(['one', 'two']);
    held[1]?.answer();
    await tick();
    held[2]?.answer();
    expect(await Promise.all(outcomes)).toEqual([new Error('broken'), undefined, undefined]);
  });

  it('takes a failure without an error for a failure', async () => {
    const { held, subscription } = heldSubscription();
    const [outcome] = send(keyedLane(subscription), 'a');
    held[0]?.fail(undefined);
    await expect(outcome).resolves.toBeInstanceOf(Error);
  });
});

describe('a lane of groups', () => {
  afterEach(() => vi.useRealTimers());

  it('hands over together what one tick brings', async () => {
    const { held, subscription } = heldSubscription();
    void send(groupLane(subscription), 'a', 'b', 'c');
    await tick();
    expect(held.map(({ names }) => names)).toEqual([['a', 'b', 'c']]);
  });

  it('hands over two groups at once, and gathers what comes meanwhile', async () => {
    const { held, subscription } = heldSubscription();
    const lane = groupLane(subscription);
    for (const id of ['a', 'b', 'c', 'd']) {
      void send(lane, id);
      await tick();
    }
    expect(held.map(({ names }) => names)).toEqual([['a'], ['b']]);
    held[0]?.answer();
    await tick();
    expect(held.map(({ names }) => names)).toEqual([['a'], ['b'], ['c', 'd']]);
  });

  it('gathers for as long as it was told to', async () => {
    vi.useFakeTimers();
    const { held, subscription } = heldSubscription();
    const lane = groupLane({ ...subscription, gatherMs: 20 });
    void send(lane, 'a');
    await vi.advanceTimersByTimeAsync(19);
    void send(lane, 'b');
    expect(held).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(held.map(({ names }) => names)).toEqual([['a', 'b']]);
  });

  it('gathers anew what came while its groups were busy', async () => {
    vi.useFakeTimers();
    const { held, subscription } = heldSubscription();
    const lane = groupLane({ ...subscription, gatherMs: 20 });
    for (const id of ['a', 'b', 'c']) {
      void send(lane, id);
      await vi.advanceTimersByTimeAsync(20);
    }
    held[0]?.answer();
    await vi.advanceTimersByTimeAsync(20);
    expect(held.map(({ names }) => names)).toEqual([['a'], ['b'], ['c']]);
  });

  it('keeps groups to 128', async () => {
    const { held, subscription } = heldSubscription();
    void send(groupLane(subscription), ...Array.from({ length: 300 }, (_, n) => `m${n}`));
    await tick();
    expect(held.map(({ names }) => names.length)).toEqual([128, 128]);
  });

  it('gives each message its own outcome', async () => {
    const { held, subscription } = heldSubscription();
    const outcomes = send(groupLane(subscription), 'a', 'b', 'c');
    await tick();
    held[0]?.answer([undefined, 'bad']);
    expect(await Promise.all(outcomes)).toEqual([undefined, 'bad', undefined]);
  });

  it('gives all of a group the error that it throws', async () => {
    const { held, subscription } = heldSubscription();
    const outcomes = send(groupLane(subscription), 'a', 'b');
    await tick();
    held[0]?.fail('down');
    expect(await Promise.all(outcomes)).toEqual(['down', 'down']);
  });
});
