import { expect, it } from 'vitest';
import { madeAt, newId } from './ids.ts';

it('ids are unique and sort in the order they were made', () => {
  const ids = Array.from({ length: 1_000 }, newId);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(1_000);
});

it('ids know when they were made', () => {
  const before = Date.now();
  const made = madeAt(newId());
  expect(made).toBeGreaterThanOrEqual(before);
  expect(made).toBeLessThanOrEqual(Date.now() + 1_000);
});

it('other ids were made at no known time', () => {
  expect(madeAt('presence-x')).toBe(Infinity);
});
