import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanNames } from '../names.ts';
import { emailFrom, namesFrom } from './claims.ts';

describe('names from a service', () => {
  it.each([
    [{ given: 'Ada', family: 'Lovelace' }, 'Ada', 'Lovelace'],
    [{ name: 'Ada King Lovelace' }, 'Ada', 'King Lovelace'],
    [{ given: 'Ada', email: 'ada@example.org' }, 'Ada', 'example'],
    [{ email: 'ada.king@example.org' }, 'ada king', 'example'],
    [{}, 'Somebody', 'Unknown'],
  ])('of %j are %s and %s', (said, firstName, lastName) => {
    expect(namesFrom(said)).toEqual({ firstName, lastName });
  });

  it('are always names that our own rules take', () => {
    const text = fc.option(fc.string({ unit: 'binary', maxLength: 150 }), { nil: '' });
    fc.assert(
      fc.property(text, text, text, text, (given, family, name, email) => {
        const names = namesFrom({ given, family, name, email });
        expect(cleanNames(names)).toEqual(names);
      }),
    );
  });
});

it('an address from a service is in its one spelling, or none', () => {
  expect(emailFrom(' Ada@Example.org ')).toEqual({ email: 'ada@example.org' });
  expect([emailFrom('ada'), emailFrom(undefined)]).toEqual([{}, {}]);
});
