import { AppError } from '@guildhall/kernel';
import { testClock, testStore } from '@guildhall/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { aggregates, type Aggregates, type DueItems, dueItems, type DueItemsOptions, type Store } from './index.ts';

type Task = Readonly<{ done: number }>;

let store: Store;
let tasks: Aggregates<Task>;
let collections = 0;
const running: DueItems[] = [];
const quick = { timeout: 5_000, interval: 10 };

beforeAll(async () => {
  store = await testStore();
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.close()));
});
afterAll(() => store.close());

const setUp = async () => {
  tasks = aggregates<Task>({ store, collection: `tasks${++collections}` });
  await tasks.ready();
  return testClock('2026-03-02T10:00:00Z');
};
const add = (id: string, dueAt: string) => tasks.save({ id, version: 1, state: { done: 0 }, dueAt: new Date(dueAt) });
// As every handler: what somebody else has done meanwhile is not done again.
const finish = async (id: string): Promise<void> => {
  const found = await tasks.find(id);
  if (found?.state.done === 0)
    await tasks.save({ id, version: found.version + 1, state: { done: found.state.done + 1 } });
};
const start = (options: Partial<DueItemsOptions<Task>> & Pick<DueItemsOptions<Task>, 'clock'>): DueItems => {
  const one = dueItems<Task>({ of: tasks, handle: finish, report: () => undefined, ...options });
  running.push(one);
  return one;
};
/** The model, but a look for what comes next takes until it may end. */
function lookingAheadUntil(isLooking: PromiseWithResolvers<void>, mayEnd: Promise<void>): typeof tasks.model {
  const { collection } = tasks.model;
  const lookAhead = async () => {
    isLooking.resolve();
    await mayEnd;
    return null;
  };
  const find = (filter: object, options: object): unknown => {
    const isAhead = JSON.stringify(filter).includes('"$gt"');
    const ahead = { sort: () => ahead, limit: () => ahead, next: lookAhead };
    return isAhead ? ahead : collection.find(filter, options);
  };
  return { collection: { find, collectionName: collection.collectionName } } as never;
}
const done = async (id: string) => (await tasks.find(id))?.state.done;

describe('what is due', () => {
  it('is handled at the start, and nothing else', async () => {
    const clock = await setUp();
    await add('late', '2026-03-01T00:00:00Z');
    await add('now', '2026-03-02T10:00:00Z');
    await add('later', '2026-03-02T10:00:01Z');
    start({ clock });
    await vi.waitFor(async () => expect([await done('late'), await done('now')]).toEqual([1, 1]), quick);
    expect(await done('later')).toBe(0);
  });

  it('is handled at once also when somebody tells of it during the last look of a round', async () => {
    const clock = await setUp();
    const [isLooking, mayEnd] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const { nudge } = start({ clock, sweepMs: 60_000, of: { model: lookingAheadUntil(isLooking, mayEnd.promise) } });
    await isLooking.promise;
    await add('now', '2026-03-02T10:00:00Z');
    nudge();
    mayEnd.resolve();
    await vi.waitFor(async () => expect(await done('now')).toBe(1), quick);
  });

  it('is handled when the clock is moved there', async () => {
    const clock = await setUp();
    await add('midnight', '2026-03-03T00:00:00Z');
    const { nudge } = start({ clock, sweepMs: 60_000 });
    clock.onMove(nudge);
    clock.set('2026-03-03T00:00:00Z');
    await vi.waitFor(async () => expect(await done('midnight')).toBe(1), quick);
  });

  it('is handled when its time comes, without a sweep', async () => {
    await setUp();
    const clock = { now: () => new Date() };
    await add('soon', new Date(Date.now() + 150).toISOString());
    start({ clock, sweepMs: 60_000 });
    await vi.waitFor(async () => expect(await done('soon')).toBe(1), quick);
  });

  it('is found by the sweep when nobody said so', async () => {
    const clock = await setUp();
    start({ clock, sweepMs: 30 });
    await add('silent', '2026-03-02T09:00:00Z');
    await vi.waitFor(async () => expect(await done('silent')).toBe(1), quick);
  });

  it('is handled in batches until nothing is left', async () => {
    const clock = await setUp();
    const ids = Array.from({ length: 500 }, (_, n) => `task${n}`);
    await Promise.all(ids.map((id) => add(id, '2026-03-01T00:00:00Z')));
    start({ clock, batch: 50, sweepMs: 60_000 });
    await vi.waitFor(async () => expect(await tasks.model.countDocuments({ 'state.done': 1 })).toBe(500), quick);
  });

  it('is done once by several replicas', async () => {
    const clock = await setUp();
    await Promise.all(Array.from({ length: 100 }, (_, n) => add(`task${n}`, '2026-03-01T00:00:00Z')));
    const report = vi.fn<() => void>();
    for (let replica = 0; replica < 3; replica += 1) start({ clock, report });
    await vi.waitFor(async () => expect(await tasks.model.countDocuments({ dueAt: { $exists: true } })).toBe(0), quick);
    expect(await tasks.model.countDocuments({ 'state.done': 1 })).toBe(100);
    expect(report).not.toHaveBeenCalled();
  });
});

describe('an item that fails', () => {
  it('is reported, left alone for a while, and tried again; the others go on', async () => {
    const clock = await setUp();
    await add('bad', '2026-03-01T00:00:00Z');
    await add('good', '2026-03-02T00:00:00Z');
    const reported: string[] = [];
    const handle = async (id: string): Promise<void> => {
      if (id === 'bad' && reported.length < 2) throw new Error('broken');
      await finish(id);
    };
    start({ clock, batch: 1, sweepMs: 30, handle, report: (_, id) => reported.push(id) });
    await vi.waitFor(async () => expect(await done('good')).toBe(1), quick);
    await vi.waitFor(async () => expect(await done('bad')).toBe(1), quick);
    expect(reported).toEqual(['bad', 'bad']);
  });

  it('as stale was handled by somebody else, and is no failure', async () => {
    const clock = await setUp();
    await add('task', '2026-03-01T00:00:00Z');
    const report = vi.fn<() => void>();
    const handle = vi.fn<() => Promise<void>>(() =>
      Promise.reject(new AppError('stale', 'store.stale_version', 'Again.')),
    );
    start({ clock, sweepMs: 20, handle, report });
    await vi.waitFor(() => expect(handle.mock.calls.length).toBeGreaterThan(2), quick);
    expect(report).not.toHaveBeenCalled();
  });
});

describe('an item whose messages still wait to be published', () => {
  it('is tried again later, and is no failure', async () => {
    const clock = await setUp();
    await add('task', '2026-03-01T00:00:00Z');
    const report = vi.fn<() => void>();
    let tries = 0;
    const handle = async (id: string): Promise<void> => {
      tries += 1;
      if (tries === 1) throw new AppError('unavailable', 'store.outbox_waiting', 'Later.');
      await finish(id);
    };
    start({ clock, sweepMs: 20, handle, report });
    await vi.waitFor(async () => expect(await done('task')).toBe(1), quick);
    expect(report).not.toHaveBeenCalled();
  });
});

describe('closing', () => {
  it('waits for what runs, and handles nothing after', async () => {
    const clock = await setUp();
    await add('task', '2026-03-01T00:00:00Z');
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const began = Promise.withResolvers<void>();
    const one = start({
      clock,
      handle: async (id) => {
        began.resolve();
        await held;
        await finish(id);
      },
    });
    await began.promise;
    const closed = one.close();
    release();
    await closed;
    expect(await done('task')).toBe(1);
    one.nudge();
  });
});
