import { describe, expect, it } from 'vitest';
import { retryAfterSeconds } from './retry-after.ts';

const now = Date.parse('2026-03-02T09:00:00Z');

describe('Retry-After', () => {
  it.each([
    ['30', 30],
    ['0', 0],
    [' 2 ', 2],
    ['1.2', 2],
    ['Mon, 02 Mar 2026 09:00:05 GMT', 5],
    ['Mon, 02 Mar 2026 08:59:00 GMT', 0],
  ])('reads %j as %i s', (header, seconds) => {
    expect(retryAfterSeconds(header, now)).toBe(seconds);
  });

  it.each([undefined, null, '', 'soon', '-3', '99999999999'])('makes nothing of %j', (header) => {
    expect(retryAfterSeconds(header, now)).toBeUndefined();
  });
});
