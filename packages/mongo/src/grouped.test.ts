import { describe, expect, it } from 'vitest';
import { grouped, type GroupLimits } from './grouped.ts';

type Item = Readonly<{ key: string; fail?: boolean }>;

const setUp = (limits: Partial<GroupLimits<Item>> = {}) => {
  const groups: string[][] = [];
  const holds: (() => void)[] = [];
  const add = grouped<Item, string>(
    { atMost: 3, inFlight: 2, waitAtMost: 100, keyOf: ({ key }) => key, ...limits },
    async (items) => {
      groups.push(items.map(({ key }) => key));
      await new Promise<void>((resolve) => holds.push(resolve));
      return items.map(({ key, fail }) => (fail ? new Error(key) : `did ${key}`));
    },
  );
  return { add, groups, letGo: () => holds.splice(0).forEach((go) => go()) };
};
const tick = () => new Promise(setImmediate);
const keys = (...names: string[]): Item[] => names.map((key) => ({ key }));

describe('grouping', () => {
  it('puts together what one tick brings, and gives each its own result', async () => {
    const { add, groups, letGo } = setUp();
    const results = Promise.all(keys('a', 'b', 'c').map(add));
    await tick();
    letGo();
    await expect(results).resolves.toEqual(['did a', 'did b', 'did c']);
    expect(groups).toEqual([['a', 'b', 'c']]);
  });

  it('keeps to its size, and to the number of groups that run at once', async () => {
    const { add, groups, letGo } = setUp();
    const results = Promise.all(keys(...'abcdefgh').map(add));
    await tick();
    expect(groups.map(({ length }) => length)).toEqual([3, 3]);
    letGo();
    await tick();
    expect(groups.map(({ length }) => length)).toEqual([3, 3, 2]);
    letGo();
    await results;
  });

  it('never puts two of one key together', async () => {
    const { add, groups, letGo } = setUp({ inFlight: 1 });
    const results = Promise.all(keys('a', 'a', 'b', 'a').map(add));
    for (let turn = 0; turn < 3; turn += 1) {
      await tick();
      letGo();
    }
    await results;
    expect(groups).toEqual([['a', 'b'], ['a'], ['a']]);
  });

  it('fails one without the others', async () => {
    const { add, letGo } = setUp();
    const results = Promise.allSettled([add({ key: 'a' }), add({ key: 'b', fail: true })]);
    await tick();
    letGo();
    expect((await results).map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  });

  it('fails all of a group that throws, and goes on', async () => {
    let times = 0;
    const limits = { atMost: 9, inFlight: 1, waitAtMost: 9, keyOf: ({ key }: Item) => key };
    const add = grouped<Item, string>(limits, () => {
      times += 1;
      return times === 1 ? Promise.reject(new Error('down')) : Promise.resolve(['up']);
    });
    const failed = await Promise.allSettled(keys('a', 'b').map(add));
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(add({ key: 'c' })).resolves.toBe('up');
  });

  it('refuses what finds no place to wait', async () => {
    const { add, letGo } = setUp({ waitAtMost: 1 });
    const first = add({ key: 'a' });
    await expect(add({ key: 'b' })).rejects.toMatchObject({ kind: 'unavailable', code: 'store.overloaded' });
    await tick();
    letGo();
    await first;
  });
});
