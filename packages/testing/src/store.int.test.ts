import { expect, it } from 'vitest';
import { testStore } from './store.ts';

it('gives each test a database of its own', async () => {
  const [one, other] = await Promise.all([testStore(), testStore()]);
  await one.connection.collection<{ _id: string }>('things').insertOne({ _id: 'a' });

  expect(await other.connection.collection('things').countDocuments()).toBe(0);
  await Promise.all([one.close(), other.close()]);
});
