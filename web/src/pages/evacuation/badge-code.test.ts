import { describe, expect, it } from 'vitest';
import { claimedBy } from './badge-code.ts';
import { badgeOf } from './samples.testing.ts';

describe('a badge', () => {
  it('claims to be that of a visitor, alone or at the end of an address', () => {
    expect(claimedBy(badgeOf('visitor-ä1'))).toBe('visitor-ä1');
    expect(claimedBy(`https://example.org/b/${badgeOf('visitor-1')}`)).toBe('visitor-1');
  });

  it.each(['4711', '', 'https://example.org/', 'not base64 at all!', btoa('0123456789abcdef[1]'), btoa('short')])(
    'claims nothing when it says "%s"',
    (code) => {
      expect(claimedBy(code)).toBeUndefined();
    },
  );
});
