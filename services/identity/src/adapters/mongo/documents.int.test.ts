import { aggregates } from '@guildhall/mongo';
import { testStore, uniqueName } from '@guildhall/testing';
import { expect, it } from 'vitest';
import { findAll, findById, findOne } from './documents.ts';

it('shows an aggregate as its state with id and version among it, and a store that is gone as unavailable', async () => {
  const store = await testStore();
  const shapes = aggregates<{ colour: string }>({ store, collection: uniqueName('shapes') });
  await shapes.save({ id: 'square', version: 1, state: { colour: 'red' } });

  const square = { id: 'square', version: 1, colour: 'red' };
  expect(await findById(shapes, 'square')).toEqual(square);
  expect(await findOne(shapes, { 'state.colour': 'red' })).toEqual(square);
  expect(await findOne(shapes, { 'state.colour': 'blue' })).toBeUndefined();
  expect(await findAll(shapes, {})).toEqual([square]);

  await store.close();
  await expect(findAll(shapes, {})).rejects.toMatchObject({ kind: 'unavailable', code: 'identity.store_unavailable' });
});
