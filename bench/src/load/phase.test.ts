import { describe, expect, it } from 'vitest';
import { jsonHead, requestsOf } from './phase.ts';

describe('a plan of requests', () => {
  const heads = ['POST /a HTTP/1.1', 'POST /b HTTP/1.1'];

  it('gives every head the first body before the second', () => {
    const at = requestsOf({ heads, bodies: ['1', '22'] });
    const made = [0, 1, 2, 3].map((index) => at(index).replaceAll('\r\n', ' '));
    expect(made).toEqual([
      'POST /a HTTP/1.1 content-length: 1  1',
      'POST /b HTTP/1.1 content-length: 1  1',
      'POST /a HTTP/1.1 content-length: 2  22',
      'POST /b HTTP/1.1 content-length: 2  22',
    ]);
  });

  it('starts again when it is used up', () => {
    const at = requestsOf({ heads, bodies: ['1'] });
    expect(at(2)).toBe(at(0));
  });

  it('counts the bytes of a body, not its letters', () => {
    expect(requestsOf({ heads, bodies: ['"é"'] })(0)).toContain('content-length: 4\r\n');
  });
});

it('a head carries the headers that it is given', () => {
  const head = jsonHead('POST', '/api/x', { cookie: 'session=1' });
  expect(head.split('\r\n')).toEqual([
    'POST /api/x HTTP/1.1',
    'host: 127.0.0.1',
    'user-agent: guildhall-bench',
    'content-type: application/json',
    'cookie: session=1',
  ]);
});
