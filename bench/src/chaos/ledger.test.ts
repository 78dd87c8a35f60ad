import { describe, expect, it } from 'vitest';
import { Ledger, longestGap } from './ledger.ts';

describe('the longest gap', () => {
  it('lies between two successes', () => expect(longestGap([10, 20, 70, 80], 5, 85)).toBe(50));

  it('reaches from the beginning to the first success', () => expect(longestGap([60, 70], 0, 80)).toBe(60));

  it('is everything when nothing succeeded', () => expect(longestGap([5, 200], 10, 110)).toBe(100));
});

it('the ledger knows when something was acknowledged', () => {
  const ledger = new Ledger();
  ledger.mailed({ address: 'a@example.org', challengeId: 'c' });
  ledger.failed('503');
  expect(ledger.successes).toHaveLength(1);
  expect(ledger.setbacks.map(({ how }) => how)).toEqual(['503']);
});
