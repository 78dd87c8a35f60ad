import { describe, expect, it } from 'vitest';
import { cleanNames, displayNameOf } from './names.ts';

describe('cleanNames', () => {
  it('trims and composes', () => {
    expect(cleanNames({ firstName: ' Zoe\u0308 ', lastName: 'Berg' })).toEqual({
      firstName: 'Zo\u00eb',
      lastName: 'Berg',
    });
  });

  it('counts characters, not code units', () => {
    expect(() => cleanNames({ firstName: '𠮷'.repeat(100), lastName: 'B' })).not.toThrow();
    expect(() => cleanNames({ firstName: '𠮷'.repeat(101), lastName: 'B' })).toThrow('This name cannot be used.');
  });

  it.each(['', '   ', 'A\u0000da', 'A\nda', 'Ada\u202Egnp', '\u2066Ada', '\u200B', '...'])(
    'refuses %j',
    (firstName) => {
      expect(() => cleanNames({ firstName, lastName: 'Lovelace' })).toThrow(
        expect.objectContaining({
          kind: 'invalid',
          code: 'identity.invalid_name',
          errors: [expect.objectContaining({ pointer: '/firstName' })],
        }),
      );
    },
  );

  it('points at every name that cannot stand', () => {
    expect(() => cleanNames({ firstName: '', lastName: '' })).toThrow(
      expect.objectContaining({ errors: [expect.anything(), expect.anything()] }),
    );
  });

  it('keeps the joiners that Persian and emoji are written with', () => {
    const names = { firstName: 'می\u200Cخواهم', lastName: 'B' };
    expect(cleanNames(names)).toEqual(names);
  });
});

it('displayNameOf puts the first name first', () => {
  expect(displayNameOf({ firstName: 'Ada', lastName: 'Lovelace' })).toBe('Ada Lovelace');
});
