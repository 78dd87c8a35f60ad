import { describe, expect, it } from 'vitest';
import type { Faults } from './faults.ts';
import { readText } from './text.ts';

function read(text: string, isProse = false) {
  const faults: Faults = [];
  const value = readText(text, isProse, faults);
  return faults[0]?.detail ?? value;
}
const refusedControl = 'must not contain control characters';
const refusedDirection = 'must not contain characters that turn the direction of writing';

describe('text', () => {
  it('is composed, so that the same name is the same text', () => {
    expect(read('Zoe\u0308')).toBe('Zo\u00eb');
  });

  it.each(['Łukasz Żółć', '李', 'أمل', 'עדה', '👩‍👩‍👧', "O'Neill-Brün", 'a\u200db'])(
    'may be anything that people write: %s',
    (name) => {
      expect(read(name)).toBe(name.normalize('NFC'));
    },
  );

  it.each(['\u0000', '\u0007', '\u001b', '\u007f', '\u0085', '\n', '\t'])('has no control characters: %j', (one) => {
    expect(read(`a${one}b`)).toBe(refusedControl);
  });

  it.each(['\u202a', '\u202d', '\u202e', '\u2066', '\u2069'])('has nothing that turns its direction: %j', (one) => {
    expect(read(`a${one}b`)).toBe(refusedDirection);
    expect(read(`a${one}b`, true)).toBe(refusedDirection);
  });

  it('has no half characters', () => {
    expect(read('a\ud800')).toBe('must be well-formed Unicode');
  });

  it('may have lines and tabs where it is prose', () => {
    expect(read('one\r\ntwo\n\tthree', true)).toBe('one\ntwo\n\tthree');
    expect(read('one\u0000', true)).toBe(refusedControl);
    expect(read('one\rtwo', true)).toBe(refusedControl);
  });
});
