import { describe, expect, it } from 'vitest';
import { matchesName, nameKey, shownName } from './name-key.ts';

describe('searching a name', () => {
  it.each([
    ["Łukasz  O'Żółć", "lukasz o'zolc"],
    ['ÅSE ØSTBY', 'ase ostby'],
    ['Groß', 'gross'],
  ])('reads %s as %s', (name, key) => {
    expect(nameKey(name)).toBe(key);
  });

  it.each(['luk', 'zol', 'lukasz zolc', 'ZÓŁ łuk'])('finds it by %s', (query) => {
    expect(matchesName(nameKey('Łukasz Żółć'), query)).toBe(true);
  });

  it('finds nobody by the middle of a word', () => {
    expect(matchesName('lukasz zolc', 'kasz')).toBe(false);
  });
});

describe('the name that a kiosk shows', () => {
  it.each([
    ['Ada Lovelace', 'Ada L.'],
    ['Ada King Lovelace', 'Ada L.'],
    ['Plato', 'Plato'],
    ['李 小龙', '李 小.'],
  ])('of %s is %s', (name, shown) => {
    expect(shownName(name)).toBe(shown);
  });
});
