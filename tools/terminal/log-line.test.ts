import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readable } from './log-line.ts';

const plain = (line: string): string => stripVTControlCharacters(readable(line));

describe('a log line on the screen', () => {
  it('is the level, the message and the fields that say something', () => {
    const line = JSON.stringify({ level: 30, time: 1, pid: 7, hostname: 'h', msg: 'listening', port: 8080, url: '/x' });
    expect(plain(line)).toBe('info listening port=8080 url=/x');
  });

  it('knows levels by number and by word', () => {
    expect(plain('{"level":50,"msg":"no"}')).toBe('error no');
    expect(plain('{"level":"warn","msg":"careful"}')).toBe('warn careful');
  });

  it('shows an error by its message and the calls that led to it', () => {
    const error = {
      name: 'TypeError',
      message: 'no such thing',
      stack: 'TypeError: no such thing\n    at here (file.ts:1:2)',
    };
    expect(plain(JSON.stringify({ level: 50, msg: 'failed', error }))).toBe(
      'error failed TypeError: no such thing\n    at here (file.ts:1:2)',
    );
  });

  it('is unchanged when it is not JSON', () => {
    expect(plain('plain words')).toBe('plain words');
    expect(plain('{half a line')).toBe('{half a line');
  });

  it('cuts a field that would fill the screen', () => {
    expect(plain(JSON.stringify({ level: 30, msg: 'm', stack: 'x'.repeat(5_000) })).length).toBeLessThan(500);
  });
});
