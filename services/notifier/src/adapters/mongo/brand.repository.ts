import type { Connection } from 'mongoose';
import type { Brands } from '../../app/brand/brands.ts';
import type { Brand } from '../../domain/brand.ts';

type Kept = Brand & Readonly<{ _id: string }>;

const _id = 'organisation';

/** How the organisation shows itself: one document, and the last word wins. */
export const brandRepository = (connection: Connection): Brands => {
  const kept = connection.collection<Kept>('brands');
  return {
    find: async () => {
      const found = await kept.findOne({ _id });
      if (!found) return undefined;
      const { _id: _name, ...brand } = found;
      return brand;
    },
    put: async (brand) => {
      await kept.replaceOne({ _id }, { ...brand }, { upsert: true });
    },
  };
};
