import { describe, expect, it } from 'vitest';
import { authenticate } from './account.ts';

const sid = `AC${'a'.repeat(32)}`;
const basic = (user: string, password: string) => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

describe('an account', () => {
  it('is known by its own token, which may have colons', () => {
    expect(authenticate(basic(sid, 'a:b'), sid)).toEqual({ sid, authToken: 'a:b' });
  });

  it('is known by an API key', () => {
    expect(authenticate(basic(`SK${'b'.repeat(32)}`, 'secret'), sid).sid).toBe(sid);
  });

  it.each([
    ['nothing', undefined, sid],
    ['a bearer token', 'Bearer x', sid],
    ['no password', basic(sid, ''), sid],
    ['the account of somebody else', basic(`AC${'c'.repeat(32)}`, 'x'), sid],
    ['an account that is none', basic('AC1', 'x'), 'AC1'],
  ])('is not known by %s', (_what, authorization, account) => {
    expect(() => authenticate(authorization, account)).toThrow('Authenticate');
  });
});
