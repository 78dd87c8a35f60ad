import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePosition, encodePosition } from './page-token.ts';

describe('a page token', () => {
  it('leads back to where the page ended', () => {
    const id = fc.stringMatching(/^[\w-]{1,64}$/);
    fc.assert(
      fc.property(id, fc.integer({ min: 0, max: 4_102_444_800_000 }), (one, at) => {
        const position = { id: one, requestedAt: new Date(at) };
        expect(decodePosition(encodePosition(position))).toEqual(position);
      }),
    );
  });

  it.each(['', 'nonsense', Buffer.from('12').toString('base64url'), Buffer.from('1 {"$gt":""}').toString('base64url')])(
    'that was not given out here is refused: %j',
    (token) => {
      expect(() => decodePosition(token)).toThrow(expect.objectContaining({ code: 'notifier.bad_page_token' }));
    },
  );
});
