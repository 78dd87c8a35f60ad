import type { Handler } from '@guildhall/kernel';
import { type Brand, checkedBrand } from '../../domain/brand.ts';

/** What the organisation has set. */
export interface Brands {
  find(): Promise<Brand | undefined>;
  put(brand: Brand): Promise<void>;
}

/** The brand as this process knows it: what is sent does not wait for the store. */
export type CurrentBrand = Readonly<{
  get(): Brand;
  /** Looks at what another process may have set; on an error what is known stays. */
  refresh(): Promise<void>;
  /** Throws as `checkedBrand` does. What is left empty is the plain brand's. */
  update: Handler<Brand, Brand>;
}>;

export function currentBrand(brands: Brands, plain: Brand): CurrentBrand {
  let current = plain;
  let changes = 0;
  return {
    get: () => current,
    refresh: async () => {
      const before = changes;
      const found = await brands.find();
      // One that was set here meanwhile is later than what was read.
      if (before === changes && !isSame(found ?? plain, current)) current = found ?? plain;
    },
    update: async (given) => {
      const brand = checkedBrand(filled(given, plain));
      await brands.put(brand);
      changes += 1;
      current = brand;
      return brand;
    },
  };
}

// What is made for a brand is kept with it, as long as that is the same object.
const isSame = (one: Brand, other: Brand): boolean =>
  Object.entries(one).every(([name, value]) => other[name as keyof Brand] === value);

const filled = (given: Brand, plain: Brand): Brand => ({
  name: given.name || plain.name,
  logoUrl: given.logoUrl,
  buttonColour: given.buttonColour || plain.buttonColour,
  buttonTextColour: given.buttonTextColour || plain.buttonTextColour,
  headingColour: given.headingColour || plain.headingColour,
  locale: given.locale || plain.locale,
});
