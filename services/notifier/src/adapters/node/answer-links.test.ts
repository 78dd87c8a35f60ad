import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerLinks } from './answer-links.ts';

const links = answerLinks(new Uint8Array(32).fill(7));

describe('the link of an escalation', () => {
  it('names it to us', () => {
    expect(links.read(links.sign('c1'))).toBe('c1');
  });

  it('cannot be made up, changed or made with another key', () => {
    const token = links.sign('c1');
    expect(answerLinks(new Uint8Array(32).fill(8)).read(token)).toBeUndefined();
    fc.assert(
      fc.property(fc.nat(17), fc.integer({ min: 1, max: 255 }), (place, change) => {
        const bytes = Buffer.from(token, 'base64url');
        bytes[place] = (bytes[place] ?? 0) ^ change;
        expect(links.read(bytes.toString('base64url'))).toBeUndefined();
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(links.read(text)).toBeUndefined();
      }),
    );
  });
});
