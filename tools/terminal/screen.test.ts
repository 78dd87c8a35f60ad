import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { screen } from './screen.ts';

describe('the screen', () => {
  it('puts the name of the process before each of its lines', () => {
    const printed: string[] = [];
    const watch = screen((line) => void printed.push(stripVTControlCharacters(line)));
    watch.line('gateway', '{"level":30,"msg":"listening"}');
    watch.notice('register', 'ended (SIGKILL), starting again in 200 ms');
    expect(printed).toEqual(['gateway   info listening', 'register  ended (SIGKILL), starting again in 200 ms']);
  });
});
