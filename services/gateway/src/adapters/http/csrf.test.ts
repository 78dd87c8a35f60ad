import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { csrf } from './csrf.ts';

const ours = csrf(new Uint8Array(32).fill(1), 'https://members.example.org/');
const sessionOf = (name: string) => ({ kind: 'session', hash: Buffer.from(name), key: `session ${name}` }) as const;
const session = sessionOf('ada');
const request = (headers: Record<string, string>) =>
  ({ headers: { host: 'members.internal:8080', ...headers } }) as unknown as IncomingMessage;
const person = { kind: 'person' } as const;
const verdict = (
  headers: Record<string, string>,
  access: { kind: 'person' | 'public' } = person,
  credential: Parameters<typeof ours.assertOurs>[2] = session,
) => {
  try {
    ours.assertOurs(request(headers), access, credential);
    return 'ours';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a CSRF token', () => {
  it('belongs to one session and one installation', () => {
    const other = csrf(new Uint8Array(32).fill(2), 'https://members.example.org');
    expect(ours.tokenOf(session)).toBe(ours.tokenOf({ ...session }));
    expect(ours.tokenOf(sessionOf('bob'))).not.toBe(ours.tokenOf(session));
    expect(other.tokenOf(session)).not.toBe(ours.tokenOf(session));
  });

  it.each([
    ['with the token', { 'x-csrf-token': ours.tokenOf(session) }, 'ours'],
    ['from our address', { 'x-csrf-token': ours.tokenOf(session), origin: 'https://members.example.org' }, 'ours'],
    [
      'from the host it was sent to',
      { 'x-csrf-token': ours.tokenOf(session), origin: 'http://members.internal:8080' },
      'ours',
    ],
    ['without a token', {}, 'gateway.csrf_required'],
    [
      'from another site',
      { 'x-csrf-token': ours.tokenOf(session), origin: 'https://evil.example' },
      'gateway.csrf_required',
    ],
    [
      'from a page without an origin',
      { 'x-csrf-token': ours.tokenOf(session), origin: 'null' },
      'gateway.csrf_required',
    ],
    [
      'from another site, as the browser says',
      { 'sec-fetch-site': 'cross-site', 'x-csrf-token': ours.tokenOf(session) },
      'gateway.csrf_required',
    ],
  ])('decides on a write %s', (_name, headers, expected) => {
    expect(verdict(headers)).toBe(expected);
  });

  it('is not needed where anybody may ask, but a foreign page may not', () => {
    expect(verdict({}, { kind: 'public' })).toBe('ours');
    expect(verdict({ origin: 'https://evil.example' }, { kind: 'public' }, undefined)).toBe('gateway.csrf_required');
  });

  it('is not needed with a personal token, which no browser sends unasked', () => {
    expect(verdict({ origin: 'https://evil.example' }, person, { ...session, kind: 'token' })).toBe('ours');
  });
});
