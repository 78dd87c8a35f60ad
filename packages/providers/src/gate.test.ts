import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { gate } from './gate.ts';
import type { Priority } from './provider.ts';
import type { Sharing } from './sharing.ts';

beforeEach(() => vi.useFakeTimers({ now: 0 }));
afterEach(() => vi.useRealTimers());

/** Lets callers in one after the other and notes when each got in. */
const visitors = (door: ReturnType<typeof gate>, hold = false) => {
  const log: string[] = [];
  const leaves: (() => void)[] = [];
  const enter = (name: string, key = 'a', priority: Priority = 1, signal?: AbortSignal): void => {
    door.enter(key, priority, { signal }).then(
      (leave) => {
        log.push(`${name}@${Date.now()}`);
        if (hold) leaves.push(leave);
        else leave();
      },
      () => log.push(`${name} gave up`),
    );
  };
  return { log, enter, leaves };
};

describe('a gate with a rate', () => {
  it('lets a burst in at once and the rest at the rate', async () => {
    const { log, enter } = visitors(gate({ concurrency: 9, perSecond: 2, burst: 3 }));

    for (const name of ['a', 'b', 'c', 'd', 'e']) enter(name);
    await vi.advanceTimersByTimeAsync(2_000);

    expect(log).toEqual(['a@0', 'b@0', 'c@0', 'd@500', 'e@1000']);
  });

  it('lets the vendor count from when a slow first call arrives', async () => {
    const { log, enter } = visitors(gate({ concurrency: 9, perSecond: 2, burst: 2, arrivalMs: 100 }));

    for (const name of ['a', 'b', 'c', 'd']) enter(name);
    await vi.advanceTimersByTimeAsync(5_000);
    enter('e');
    enter('f');
    enter('g');
    await vi.advanceTimersByTimeAsync(1_000);

    expect(log).toEqual(['a@0', 'b@0', 'c@600', 'd@1100', 'e@5000', 'f@5000', 'g@5600']);
  });

  it('does not let those who come after slow calls arrive together with them', async () => {
    const { log, enter, leaves } = visitors(gate({ concurrency: 9, perSecond: 1, burst: 3 }), true);

    for (const name of ['a', 'b']) enter(name);
    await vi.advanceTimersByTimeAsync(60_000);
    for (const name of ['c', 'd']) enter(name);
    await vi.advanceTimersByTimeAsync(0);
    leaves[0]?.();
    await vi.advanceTimersByTimeAsync(1_000);

    expect(log).toEqual(['a@0', 'b@0', 'c@60000', 'd@61000']);
  });

  it('keeps each key to its own rate', async () => {
    const { log, enter } = visitors(gate({ concurrency: 9, perSecond: 1 }));

    enter('north 1', 'north');
    enter('north 2', 'north');
    enter('quay 1', 'quay');
    await vi.advanceTimersByTimeAsync(0);

    expect(log).toEqual(['north 1@0', 'quay 1@0']);
  });

  it('earns no more than its burst while it rests', async () => {
    const { log, enter } = visitors(gate({ concurrency: 9, perSecond: 1, burst: 2 }));
    await vi.advanceTimersByTimeAsync(60_000);

    for (const name of ['a', 'b', 'c']) enter(name);
    await vi.advanceTimersByTimeAsync(999);

    expect(log).toEqual(['a@60000', 'b@60000']);
  });

  it('lets the urgent go first, then in order of arrival', async () => {
    const { log, enter } = visitors(gate({ concurrency: 9, perSecond: 1 }));

    enter('first');
    enter('bulk 1', 'a', 2);
    enter('bulk 2', 'a', 2);
    enter('login', 'a', 1);
    enter('evacuation', 'a', 0);
    await vi.advanceTimersByTimeAsync(5_000);

    expect(log).toEqual(['first@0', 'evacuation@1000', 'login@2000', 'bulk 1@3000', 'bulk 2@4000']);
  });

  it('lets nobody in before a pause is over, to the second', async () => {
    const door = gate({ concurrency: 9, perSecond: 100, burst: 100 });
    const { log, enter } = visitors(door);
    door.pause('a', 30_000);

    enter('a');
    await vi.advanceTimersByTimeAsync(29_999);
    expect(log).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);

    expect(log).toEqual(['a@30000']);
  });
});

describe('a gate with a concurrency', () => {
  it('lets the next in when one leaves', async () => {
    const { log, enter, leaves } = visitors(gate({ concurrency: 2 }), true);

    for (const name of ['a', 'b', 'c']) enter(name);
    await vi.advanceTimersByTimeAsync(10);
    expect(log).toEqual(['a@0', 'b@0']);
    leaves[0]?.();
    await vi.advanceTimersByTimeAsync(0);

    expect(log).toEqual(['a@0', 'b@0', 'c@10']);
  });

  it('counts one leaving once, however often it is said', async () => {
    const { log, enter, leaves } = visitors(gate({ concurrency: 1 }), true);

    for (const name of ['a', 'b', 'c']) enter(name);
    await vi.advanceTimersByTimeAsync(0);
    leaves[0]?.();
    leaves[0]?.();
    await vi.advanceTimersByTimeAsync(0);

    expect(log).toEqual(['a@0', 'b@0']);
  });
});

describe('waiting at a gate', () => {
  it('ends when the signal aborts, and takes nobody else’s place', async () => {
    const { log, enter } = visitors(gate({ concurrency: 1, perSecond: 1 }));
    const giveUp = new AbortController();

    enter('a');
    enter('b', 'a', 1, giveUp.signal);
    enter('c');
    giveUp.abort(new Error('closing'));
    await vi.advanceTimersByTimeAsync(1_000);

    expect(log).toEqual(['a@0', 'b gave up', 'c@1000']);
  });

  it('leaves nothing behind on a signal that outlives it', async () => {
    const signal = new AbortController().signal;
    const added = vi.spyOn(signal, 'addEventListener');
    const removed = vi.spyOn(signal, 'removeEventListener');
    const { log, enter } = visitors(gate({ concurrency: 1, perSecond: 1 }));

    enter('a', 'a', 1, signal);
    enter('b', 'a', 1, signal);
    await vi.advanceTimersByTimeAsync(1_000);

    expect(log).toHaveLength(2);
    expect(removed.mock.calls.map(([, listener]) => listener)).toEqual(
      added.mock.calls.map(([, listener]) => listener),
    );
  });

  it('does not even begin when the signal has aborted before', async () => {
    const { log, enter } = visitors(gate({ concurrency: 1 }));

    enter('a', 'a', 1, AbortSignal.abort(new Error('closing')));
    await vi.advanceTimersByTimeAsync(0);

    expect(log).toEqual(['a gave up']);
  });

  it('costs nothing worth storing while the queue is short', () => {
    const door = gate({ concurrency: 1, perSecond: 1 });
    const { enter } = visitors(door);
    for (let i = 0; i < 4; i += 1) enter(String(i));

    expect(door.delayMs('a', false)).toBe(0);
  });

  it('is booked at the rate when the queue is long, and whoever booked gets in', async () => {
    const door = gate({ concurrency: 1, perSecond: 1 });
    const { enter } = visitors(door);
    for (let i = 0; i < 8; i += 1) enter(String(i));

    const places = [1, 2, 3].map(() => door.delayMs('a', false));
    await vi.advanceTimersByTimeAsync(places[0] ?? 0);

    expect(places).toEqual([8_000, 9_000, 10_000]);
    expect(door.delayMs('a', true)).toBe(0);
    expect(door.delayMs('b', false)).toBe(0);
  });

  it('is left to the store while the provider asked for a pause', () => {
    const door = gate({ concurrency: 1 });
    door.pause('a', 60_000);

    expect(door.delayMs('a', false)).toBeGreaterThanOrEqual(60_000);
  });
});

describe('a turn that is given back unused', () => {
  it('does not count against the rate', async () => {
    const door = gate({ concurrency: 1, perSecond: 1 });
    const { log, enter } = visitors(door);

    (await door.enter('a', 1))(true);
    enter('b');
    await vi.advanceTimersByTimeAsync(0);

    expect(log).toEqual(['b@0']);
  });

  it('leaves the queue as long as it is, once somebody gave up waiting', () => {
    const door = gate({ concurrency: 1, perSecond: 1 });
    const { enter } = visitors(door);
    const giveUp = new AbortController();
    for (let i = 0; i < 8; i += 1) enter(String(i), 'a', 1, giveUp.signal);
    expect(door.delayMs('a', true)).toBeGreaterThan(0);

    giveUp.abort(new Error('superseded'));

    expect(door.delayMs('a', true)).toBe(0);
  });
});

describe('a limit that is shared', () => {
  const sharedBy = (count: number, changedAt = Number.NEGATIVE_INFINITY) => {
    const now = { count, changedAt };
    const sharing: Sharing = {
      count: () => now.count,
      changedAt: () => now.changedAt,
      tell: () => undefined,
      onPause: () => undefined,
    };
    return { now, sharing };
  };
  const limits = { concurrency: 99, perSecond: 4, burst: 4 };

  it('is taken in equal parts', async () => {
    const { log, enter } = visitors(gate(limits, sharedBy(2).sharing));

    for (const name of ['a', 'b', 'c', 'd']) enter(name);
    await vi.advanceTimersByTimeAsync(1_000);

    expect(log).toEqual(['a@0', 'b@0', 'c@500', 'd@1000']);
  });

  it('is not used at once by one who comes new: somebody else just may have used it', async () => {
    const { log, enter } = visitors(gate(limits, sharedBy(2, 0).sharing));

    enter('a');
    enter('b');
    await vi.advanceTimersByTimeAsync(1_000);

    expect(log).toEqual(['a@500', 'b@1000']);
  });

  it('is not used for the time in which it was somebody else’s', async () => {
    const { now, sharing } = sharedBy(2);
    const { log, enter } = visitors(gate(limits, sharing));
    for (const name of ['a', 'b', 'c', 'd']) enter(name);
    await vi.advanceTimersByTimeAsync(400);
    Object.assign(now, { count: 1, changedAt: Date.now() });
    await vi.advanceTimersByTimeAsync(1_000);

    // c, who waited 400 ms for half of the limit, waits 250 ms for all of it.
    expect(log).toEqual(['a@0', 'b@0', 'c@650', 'd@900']);
  });

  it('is shared anew as soon as their number changes', async () => {
    const { now, sharing } = sharedBy(1);
    const { log, enter } = visitors(gate(limits, sharing));
    for (const name of ['a', 'b', 'c', 'd']) enter(name);
    await vi.advanceTimersByTimeAsync(2_000);
    now.count = 4;

    for (const name of ['e', 'f', 'g']) enter(name);
    await vi.advanceTimersByTimeAsync(2_000);

    expect(log).toEqual(['a@0', 'b@0', 'c@0', 'd@0', 'e@2000', 'f@3000', 'g@4000']);
  });
});

describe('those who could go elsewhere', () => {
  const refused = (door: ReturnType<typeof gate>, key = 'a') =>
    expect(door.enter(key, 1, { hasAlternative: true })).rejects.toMatchObject({ attempted: false });

  it('are sent there when a long pause begins, and the others wait', async () => {
    const door = gate({ concurrency: 1 });
    const { log, enter } = visitors(door, true);
    enter('first');
    enter('patient');
    const waiting = refused(door);

    door.pause('a', 30_000);
    await waiting;
    await refused(door);

    await vi.advanceTimersByTimeAsync(0);
    expect(log).toEqual(['first@0']);
  });

  it('wait for a short one', async () => {
    const door = gate({ concurrency: 1 });
    door.pause('a', 2_000);
    const entered = door.enter('a', 1, { hasAlternative: true });
    await vi.advanceTimersByTimeAsync(2_000);

    expect(await entered).toBeTypeOf('function');
  });

  it('find every key closed when all are', async () => {
    const door = gate({ concurrency: 1 });
    door.pause(undefined, 30_000);

    await refused(door, 'a');
    await refused(door, 'b');
    expect(door.restMs('c')).toBe(30_000);
  });
});
