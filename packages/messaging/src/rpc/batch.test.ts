import { describe, expect, it } from 'vitest';
import { batcher } from './batch.ts';

const setUp = (atMost: number, bytes: number) => {
  const sent: [key: string, items: string[], bytes: number][] = [];
  const batch = batcher<string>({ atMost, bytes, sizeOf: (item) => item.length }, (key, items, size) => {
    sent.push([key, [...items], size]);
  });
  return { sent, batch };
};
const tick = () => new Promise(setImmediate);

describe('a batcher', () => {
  it('sends what one tick brings, by key and in order', async () => {
    const { sent, batch } = setUp(10, 100);
    batch.add('a', 'one');
    await Promise.resolve();
    batch.add('b', 'two');
    batch.add('a', 'three');
    expect(sent).toEqual([]);
    await tick();
    expect(sent).toEqual([
      ['a', ['one', 'three'], 8],
      ['b', ['two'], 3],
    ]);
  });

  it('starts anew in the next tick', async () => {
    const { sent, batch } = setUp(10, 100);
    batch.add('a', 'one');
    await tick();
    batch.add('a', 'two');
    await tick();
    expect(sent.map(([, items]) => items)).toEqual([['one'], ['two']]);
  });

  it('cuts by number and by size', async () => {
    const { sent, batch } = setUp(2, 10);
    for (const item of ['1', '2', '3', '123456789', '12']) batch.add('a', item);
    await tick();
    expect(sent.map(([, items]) => items)).toEqual([['1', '2'], ['3', '123456789'], ['12']]);
  });

  it('sends alone what is larger than a batch', async () => {
    const { sent, batch } = setUp(10, 5);
    for (const item of ['12', '1234567890', '34']) batch.add('a', item);
    await tick();
    expect(sent.map(([, items]) => items)).toEqual([['12'], ['1234567890'], ['34']]);
  });

  it('sends at once on demand, and not again', async () => {
    const { sent, batch } = setUp(10, 100);
    batch.add('a', 'one');
    batch.flush();
    expect(sent).toHaveLength(1);
    await tick();
    expect(sent).toHaveLength(1);
  });
});
