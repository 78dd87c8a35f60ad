import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { credentialReader } from './credential-of.ts';
import { sessionCookie } from './session-cookie.ts';

const credentialOf = credentialReader(sessionCookie('http://members.example.org'));
const request = (headers: Record<string, string>) => ({ headers }) as unknown as IncomingMessage;
const bearer = (token: string) => request({ authorization: `Bearer ${token}` });
const cookie = (token: string) => request({ cookie: `theme=dark; session=${token}` });

it('a stranger shows nothing', () => {
  expect(credentialOf(request({ cookie: 'theme=dark', authorization: 'Basic YTpi' }))).toBeUndefined();
});

it('only the hash of a token goes any further', () => {
  const { kind, hash, key } = credentialOf(cookie('t0ken')) ?? {};
  expect([kind, hash?.length]).toEqual(['session', 32]);
  expect(key).toMatch(/^session [\w-]{43}$/);
  expect(key).not.toContain('t0ken');
});

it('the same token is the same credential, and another is another', () => {
  expect(credentialOf(cookie('one'))).toBe(credentialOf(cookie('one')));
  expect(credentialOf(cookie('one'))?.key).not.toBe(credentialOf(cookie('two'))?.key);
});

it('a token of one kind is none of the other', () => {
  expect(credentialOf(bearer('one'))?.kind).toBe('token');
  expect(credentialOf(cookie('one'))?.kind).toBe('session');
});

it('a bearer token wins over a cookie, which browsers add unasked', () => {
  const both = request({ authorization: 'Bearer one', cookie: 'session=two' });
  expect(credentialOf(both)).toBe(credentialOf(bearer('one')));
});

it('a signed token goes on as it is, for its signature to be checked', () => {
  const signed = `eyJ${'a'.repeat(700)}.e30.c2ln`;
  expect(credentialOf(bearer(signed))).toMatchObject({ kind: 'app', signed });
  expect(credentialOf(bearer('eyJ.no.'))?.kind).toBe('token');
});

it('nobody is made to hash a novel', () => {
  expect(credentialOf(bearer('x'.repeat(1_025)))).toBeUndefined();
  expect(credentialOf(cookie('x'.repeat(513)))).toBeUndefined();
});
