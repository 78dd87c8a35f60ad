import { describe, expect, it } from 'vitest';
import { readArguments } from './arguments.ts';

describe('arguments', () => {
  it('come as a form', () => {
    expect(readArguments('application/x-www-form-urlencoded', 'channel=%23north&text=a+b')).toEqual({
      channel: '#north',
      text: 'a b',
    });
  });

  it('come as JSON, with nested values as JSON text, as in a form', () => {
    expect(readArguments('application/json; charset=utf-8', '{"blocks":[{"type":"divider"}],"mrkdwn":true}')).toEqual({
      blocks: '[{"type":"divider"}]',
      mrkdwn: true,
    });
  });

  it('may be none', () => {
    expect(readArguments('', '')).toEqual({});
  });

  it.each([
    ['application/json', '{', 'invalid_json'],
    ['application/json', 'null', 'json_not_object'],
    ['application/json', '[1]', 'json_not_object'],
    ['', 'x', 'missing_post_type'],
    ['text/plain', 'x', 'invalid_post_type'],
  ])('of type %j and body %j are refused with %s', (type, body, error) => {
    expect(() => readArguments(type, body)).toThrow(error);
  });
});
