import { expect, it } from 'vitest';
import { crowding, toldOfSafety } from './site-safety.ts';

it.each([
  [0, 0, 'free'],
  [1_000, 0, 'free'],
  [8, 10, 'free'],
  [9, 10, 'crowded'],
  [10, 10, 'full'],
  [11, 10, 'full'],
  [1, 1, 'full'],
])('%i of %i is %s', (occupancy, capacity, expected) => {
  expect(crowding(occupancy, capacity)).toBe(expected);
});

it('tells wardens and first aiders, each once, where there is no list', () => {
  expect(toldOfSafety({ wardens: ['a', 'b'], firstAiders: ['b', 'c'], safetyList: [] })).toEqual(['a', 'b', 'c']);
});
