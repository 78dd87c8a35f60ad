import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handleOf, numberedHandle } from './handle.ts';

describe('handleOf', () => {
  it.each([
    ['Ada', 'Lovelace', 'ada.lovelace'],
    ['Søren', 'Weiß', 'soren.weiss'],
    ['Søren', '李', 'soren'],
    ['李', '李', 'person-k3x9q2'],
    ['Zoë1', '9', 'zoe1.9'],
    ['Mary-Jane', "O'Neil van der Berg", 'maryjane.oneilvanderberg'],
  ])('makes of %s %s the handle %s', (firstName, lastName, handle) => {
    expect(handleOf(firstName, lastName, 'k3x9q2')).toBe(handle);
  });

  it('always gives something to type: letters, digits, dots, one dash at most', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 100 });
    fc.assert(
      fc.property(name, name, (firstName, lastName) => {
        expect(handleOf(firstName, lastName, 'abc123')).toMatch(
          /^(?:person-abc123|[a-z0-9]{1,40}(?:\.[a-z0-9]{1,40})?)$/,
        );
      }),
    );
  });
});

it('numbers a handle after those that are taken', () => {
  expect([0, 1, 2].map((attempt) => numberedHandle('ada', attempt))).toEqual(['ada', 'ada.1', 'ada.2']);
});
