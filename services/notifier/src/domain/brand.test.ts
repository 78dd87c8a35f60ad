import { describe, expect, it } from 'vitest';
import { type Brand, checkedBrand, plainBrand } from './brand.ts';

const plain = plainBrand('Guildhall', 'en-GB');

const faultsOf = (change: Partial<Brand>): readonly unknown[] => {
  try {
    checkedBrand({ ...plain, ...change });
    return [];
  } catch (error) {
    return (error as { errors: readonly { pointer: string }[] }).errors.map(({ pointer }) => pointer);
  }
};

describe('a brand', () => {
  it('that nobody set can be read', () => {
    expect(checkedBrand(plain)).toEqual(plain);
  });

  it('is kept without what surrounds it', () => {
    expect(checkedBrand({ ...plain, name: ' The Shed ', buttonColour: ' #0B5CAD' })).toMatchObject({
      name: 'The Shed',
      buttonColour: '#0b5cad',
    });
  });

  it.each<[Partial<Brand>, string]>([
    [{ name: '' }, '/brand/name'],
    [{ name: 'x'.repeat(61) }, '/brand/name'],
    [{ name: 'A\r\nBcc: eve@example.org' }, '/brand/name'],
    [{ name: 'A\u202Eb' }, '/brand/name'],
    [{ logoUrl: 'http://example.org/logo.png' }, '/brand/logoUrl'],
    [{ logoUrl: 'javascript:alert(1)' }, '/brand/logoUrl'],
    [{ logoUrl: `https://example.org/${'x'.repeat(500)}` }, '/brand/logoUrl'],
    [{ locale: 'not a language' }, '/brand/locale'],
    [{ buttonColour: 'red' }, '/brand/buttonColour'],
    [{ buttonColour: '#ffff00' }, '/brand/buttonTextColour'],
    [{ buttonTextColour: '#0b5cad' }, '/brand/buttonTextColour'],
    [{ headingColour: '#ff8800' }, '/brand/headingColour'],
    [{ headingColour: 'red;}' }, '/brand/headingColour'],
  ])('is refused with %j', (change, pointer) => {
    expect(faultsOf(change)).toEqual([pointer]);
  });

  it('is told everything that is wrong with it at once, and what would do', () => {
    const bad = { ...plain, name: '', logoUrl: 'x', headingColour: '#ff8800' };

    expect(() => checkedBrand(bad)).toThrow(
      expect.objectContaining({
        code: 'notifier.bad_brand',
        errors: [
          expect.objectContaining({ pointer: '/brand/name' }),
          expect.objectContaining({ pointer: '/brand/logoUrl' }),
          { pointer: '/brand/headingColour', detail: expect.stringContaining('4.5 is needed') },
        ],
      }),
    );
  });

  it('may be yellow where its words are dark', () => {
    expect(faultsOf({ buttonColour: '#ffd500', buttonTextColour: '#1a1a1a' })).toEqual([]);
  });
});
