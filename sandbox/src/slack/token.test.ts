import { describe, expect, it } from 'vitest';
import { demandScopes, scopesOf } from './token.ts';

describe('a token', () => {
  it('of the right kind has every scope', () => {
    expect(scopesOf('xoxb-anything')).toEqual(expect.arrayContaining(['chat:write', 'users:read.email']));
  });

  it('may have only the scopes that it names', () => {
    expect(scopesOf('xoxb-only-chat:write,users:read')).toEqual(['chat:write', 'users:read']);
  });

  it.each([
    [undefined, 'not_authed'],
    ['', 'not_authed'],
    ['xoxb-', 'invalid_auth'],
    ['bearer', 'invalid_auth'],
  ])('%j is refused with %s', (token, error) => {
    expect(() => scopesOf(token)).toThrow(error);
  });

  it('without a needed scope is refused', () => {
    expect(() => demandScopes(['users:read'], ['chat:write'])).toThrow('missing_scope');
    expect(() => demandScopes(['users:read', 'chat:write'], ['chat:write'])).not.toThrow();
  });
});
