import { describe, expect, it } from 'vitest';
import { valid } from '../http/valid.ts';
import { Search, select } from './search.ts';

const at = (minute: number) => `2030-05-01T10:0${minute}:00.000Z`;
const ids = ['01HX0000000000000000000001', '01HX0000000000000000000002', '01HX0000000000000000000003'] as const;
const messages = [
  {
    id: ids[0],
    channel: 'email' as const,
    to: 'Ada@Example.org',
    subject: 'Your code',
    text: '123456',
    at: at(1),
    raw: {},
  },
  { id: ids[1], channel: 'sms' as const, to: '+447700900123', text: 'Sign out please', at: at(2), raw: {} },
  { id: ids[2], channel: 'slack' as const, to: '#north', text: 'Ada signed in', at: at(3), raw: {} },
];
const found = (search: Search) => select(messages, search).map(({ id }) => ids.indexOf(id as never));

describe('a search', () => {
  it.each([
    ['ada@example.ORG', [0]],
    ['+447700900123', [1]],
    [' 447700900123', [1]],
    ['#north', [2]],
    ['North', [2]],
    ['nor', []],
  ])('finds the recipient %j without regard to case, # or +', (to, expected) => {
    expect(found({ to })).toEqual(expected);
  });

  it('gives what came after a message, without that message', () => {
    expect(found({ since: ids[1] })).toEqual([2]);
  });

  it('gives what came from a moment on, in any zone', () => {
    expect(found({ since: '2030-05-01T12:02:00+02:00' })).toEqual([1, 2]);
  });

  it('finds messages that have all the words, in any field', () => {
    expect(found({ q: 'code ada' })).toEqual([0]);
    expect(found({ q: 'ada nothing' })).toEqual([]);
  });

  it('gives the newest when there is a limit', () => {
    expect(found({ limit: 2 })).toEqual([1, 2]);
  });

  it.each([
    [{ channel: 'fax' }, '#/channel'],
    [{ since: 'yesterday' }, '#/since'],
    [{ limit: '0' }, '#/limit'],
    [{ to: ['a', 'b'] }, '#/to'],
    [{ form: 'x' }, '#/form'],
  ])('refuses %j and names the field', (query, pointer) => {
    expect(() => valid(Search, query, 'malformed', 'sandbox.invalid_query')).toThrow(pointer);
  });
});
