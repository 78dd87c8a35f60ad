import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sign } from './status-callback.ts';

describe('the signature of a callback', () => {
  it('covers the address and every field, by the order of the names', () => {
    const expected = createHmac('sha1', 'token').update('https://a.example/x?y=1A1B2').digest('base64');
    expect(sign('token', 'https://a.example/x?y=1', { B: '2', A: '1' })).toBe(expected);
  });

  it('depends on the token', () => {
    expect(sign('one', 'https://a.example', {})).not.toBe(sign('other', 'https://a.example', {}));
  });
});
