import { describe, expect, it } from 'vitest';
import { signedLinks } from './signed-links.ts';

const key = (fill: number): string => Buffer.alloc(32, fill).toString('base64url');
const links = signedLinks(key(1));
const until = new Date('2026-03-03T00:00:00Z');
const before = new Date(until.getTime() - 1);
const token = links.sign('sign-out', { visitId: 'v1' }, until);

describe('a signed link', () => {
  it('says what was signed', () => {
    expect(links.read('sign-out', token, before)).toEqual({ visitId: 'v1' });
  });

  it('is over at its end, to the millisecond', () => {
    expect(links.read('sign-out', token, until)).toBeUndefined();
  });

  it('opens nothing it was not made for', () => {
    expect(links.read('answer', token, before)).toBeUndefined();
  });

  it('is worthless under another key', () => {
    expect(signedLinks(key(2)).read('sign-out', token, before)).toBeUndefined();
  });

  it('is worthless with any bit of it changed', () => {
    const bytes = Buffer.from(token, 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(links.read('sign-out', changed.toString('base64url'), before)).toBeUndefined();
    }
  });

  it.each(['', 'a', '%%%', token.slice(0, 20)])('is not %j', (text) => {
    expect(links.read('sign-out', text, before)).toBeUndefined();
  });
});
