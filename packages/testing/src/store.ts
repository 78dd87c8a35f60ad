import { connectStore, type Store } from '@guildhall/mongo';
import { uniqueName } from './names.ts';

/** The address of the store that tests share; each takes a database of its own. */
export function testStoreUrl(): string {
  const url = process.env['TEST_MONGO_URL'];
  if (!url) throw new Error('TEST_MONGO_URL is not set: run the tests by npm test, or start a store and set it');
  return url;
}

/** A store with a database that nobody else uses; closing it drops the database. */
export async function testStore(): Promise<Store> {
  const store = await connectStore({ url: testStoreUrl(), database: uniqueName('test'), appName: 'test' });
  const close = async (): Promise<void> => {
    await store.connection.dropDatabase().catch(() => undefined);
    await store.close();
  };
  return { ...store, close };
}
