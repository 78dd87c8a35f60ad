import { describe, expect, it } from 'vitest';
import { type Brand, plainBrand } from '../../domain/brand.ts';
import { type Brands, currentBrand } from './brands.ts';

const plain = plainBrand('Guildhall', 'en-GB');
const shed: Brand = { ...plain, name: 'The Shed' };

const inMemory = () => {
  let kept: Brand | undefined;
  const brands: Brands = { find: async () => kept, put: async (brand) => void (kept = brand) };
  return brands;
};

describe('the brand', () => {
  it('is the plain one until somebody sets another', async () => {
    const brand = currentBrand(inMemory(), plain);
    await brand.refresh();

    expect(brand.get()).toEqual(plain);
  });

  it('is known at once where it was set, and elsewhere after a look', async () => {
    const brands = inMemory();
    const [here, there] = [currentBrand(brands, plain), currentBrand(brands, plain)];
    await here.update(shed);

    expect(here.get()).toEqual(shed);
    expect(there.get()).toEqual(plain);
    await there.refresh();
    expect(there.get()).toEqual(shed);
  });

  it('has the plain colours where none are given', async () => {
    const brand = currentBrand(inMemory(), plain);
    const empty = { name: '', logoUrl: '', buttonColour: '', buttonTextColour: '', headingColour: '', locale: '' };

    expect(await brand.update({ ...empty, name: 'The Shed' })).toEqual(shed);
  });

  it('stays what it was when it is refused or cannot be stored', async () => {
    const failing = currentBrand({ find: async () => undefined, put: () => Promise.reject(new Error('down')) }, plain);

    await expect(failing.update({ ...shed, headingColour: '#ffffff' })).rejects.toMatchObject({
      code: 'notifier.bad_brand',
    });
    await expect(failing.update(shed)).rejects.toThrow('down');
    expect(failing.get()).toEqual(plain);
  });

  it('is not undone by a look that began before it was set', async () => {
    const { promise, resolve } = Promise.withResolvers<Brand | undefined>();
    const brand = currentBrand({ find: () => promise, put: async () => undefined }, plain);
    const looking = brand.refresh();
    await brand.update(shed);
    resolve(undefined);
    await looking;

    expect(brand.get()).toEqual(shed);
  });
});
