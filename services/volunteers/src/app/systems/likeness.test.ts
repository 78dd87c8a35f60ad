import { describe, expect, it } from 'vitest';
import { keysOf, likeness } from './likeness.ts';

const dana = { name: 'Dana Levi', email: 'dana.levi@x.org' };

describe('likeness', () => {
  it.each([
    ['the same address', { name: 'D.', email: 'dana.levi@x.org' }, 100, 100],
    ['the same address at another provider', { name: '', email: 'danalevi@other.org' }, 90, 90],
    ['the same names in another order', { name: 'LEVI Daná', email: 'dl@other.org' }, 95, 95],
    ['a name with a slip', { name: 'Dana Levy', email: 'q@other.org' }, 80, 94],
    ['somebody else', { name: 'Omer Peretz', email: 'omer@other.org' }, 0, 50],
    ['nothing known', { name: '', email: '' }, 0, 0],
  ])('of %s', (_, other, least, most) => {
    const found = likeness(dana, other);
    expect(found).toBeGreaterThanOrEqual(least);
    expect(found).toBeLessThanOrEqual(most);
  });

  it('is looked for among those who begin alike', () => {
    expect(keysOf(dana)).toEqual(['dan', 'lev']);
    expect(keysOf({ name: '', email: '' })).toEqual([]);
  });
});
