import { expect, it } from 'vitest';
import { outcomeOf } from './receipts.ts';

it('a series is judged by when each recipient got its message', () => {
  const begunAt = new Map([
    ['ada', 1_000],
    ['bob', 1_000],
    ['cy', 1_500],
  ]);
  const receipts = { at: { ada: 1_010, cy: 1_700, stranger: 9_000 }, twice: 1 };
  expect(outcomeOf(receipts, begunAt)).toEqual({ missing: 1, twice: 1, p50Ms: 10, p99Ms: 200, lastMs: 200 });
});
