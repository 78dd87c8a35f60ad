import { describe, expect, it } from 'vitest';
import { sessionCookie } from './session-cookie.ts';

const plain = sessionCookie('http://localhost:8080');
const secure = sessionCookie('https://members.example.org');

describe('the session cookie', () => {
  it('cannot be read by scripts, nor sent by other sites', () => {
    expect(plain.set('t', 60)).toBe('session=t; Max-Age=60; Path=/; HttpOnly; SameSite=Lax');
  });

  it('belongs to this host alone where there is TLS', () => {
    expect(secure.set('t', 60)).toBe('__Host-session=t; Max-Age=60; Path=/; HttpOnly; SameSite=Lax; Secure');
  });

  it('is cleared with the same attributes', () => {
    expect(secure.clear()).toBe('__Host-session=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax; Secure');
  });

  it.each([
    [undefined, undefined],
    ['', undefined],
    ['session=t', 't'],
    ['a=1; session=t; b=2', 't'],
    ['a=1;session=t', 't'],
    ['xsession=t', undefined],
    ['session=', undefined],
    ['__Host-session=t', undefined],
    ['session=a=b', 'a=b'],
  ])('is read from %j as %j', (header, expected) => {
    expect(plain.read(header) || undefined).toBe(expected);
  });
});
