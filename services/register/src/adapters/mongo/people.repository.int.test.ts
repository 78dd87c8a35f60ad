import type { Store } from '@guildhall/mongo';
import { testStore } from '@guildhall/testing';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { peopleContract } from '../../app/people/people.contract.ts';
import { peopleRepository } from './people.repository.ts';

let store: Store;
beforeAll(async () => {
  store = await testStore();
});
beforeEach(() => {
  store.connection.deleteModel(/.*/);
});
afterAll(() => store.close());

peopleContract('the one in the store', async () => {
  await store.connection.collection('people').deleteMany({});
  return peopleRepository(store.connection);
});
