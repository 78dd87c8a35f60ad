import { expect, it } from 'vitest';
import { seenIds } from './seen.ts';

it('an id is new once', () => {
  const seen = seenIds();
  expect([seen.add('a'), seen.add('b'), seen.add('a')]).toEqual([true, true, false]);
});

it('remembers at least the last ten thousand, and not for ever', () => {
  const seen = seenIds();
  for (let n = 0; n < 30_000; n += 1) seen.add(`id-${n}`);
  expect(seen.add('id-20001')).toBe(false);
  expect(seen.add('id-1')).toBe(true);
});
