import { expect, it } from 'vitest';
import { inTurn } from './in-turn.ts';

it('runs what has one name in its order, failures included, and others meanwhile', async () => {
  const take = inTurn();
  const done: string[] = [];
  const gate = Promise.withResolvers<void>();
  const first = take('a', async () => {
    await gate.promise;
    done.push('first');
    throw new Error('no');
  });
  const second = take('a', async () => void done.push('second'));
  await take('b', async () => void done.push('other'));
  gate.resolve();

  await expect(first).rejects.toThrow('no');
  await second;
  expect(done).toEqual(['other', 'first', 'second']);
});
