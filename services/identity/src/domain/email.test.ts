import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { domainOf, normaliseEmail } from './email.ts';

describe('normaliseEmail', () => {
  it('gives one mailbox one spelling', () => {
    expect(normaliseEmail('  Ada.Lovelace@Example.ORG ')).toBe('ada.lovelace@example.org');
    expect(normaliseEmail('zoe\u0308@example.org')).toBe(normaliseEmail('ZO\u00cb@example.org'));
  });

  it.each([
    'ada',
    '@example.org',
    'ada@',
    'ada@example',
    'a b@example.org',
    'ada@@example.org',
    'ada@exa mple.org',
    '.ada@example.org',
    'ada.@example.org',
    'a..b@example.org',
    'ada@-example.org',
    'ada@example..org',
    'ada@example.org\nBcc: eve@example.org',
    '"ada"@example.org',
    'Ada <ada@example.org>',
    'ada@example.org,eve@example.org',
    'ad\u202Ea@example.org',
    'ad\u0000a@example.org',
    `${'a'.repeat(65)}@example.org`,
    `ada@${'e'.repeat(63)}.${'x.'.repeat(120)}org`,
  ])('refuses %j', (value) => {
    expect(normaliseEmail(value)).toBeUndefined();
  });

  it('changes nothing that it has already normalised', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (value) => {
        const once = normaliseEmail(value);
        fc.pre(once !== undefined);
        expect(normaliseEmail(once)).toBe(once);
      }),
    );
  });

  it('answers any text quickly and without throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (value) => {
        const normal = normaliseEmail(value);
        expect(normal === undefined || normal.length <= 254).toBe(true);
      }),
    );
  });
});

it('domainOf names what follows the at sign', () => {
  expect(domainOf('ada@example.org')).toBe('example.org');
});
