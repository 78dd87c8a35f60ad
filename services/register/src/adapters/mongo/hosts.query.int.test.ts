import type { Store } from '@guildhall/mongo';
import { testStore } from '@guildhall/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personNamed } from '../../app/testing.ts';
import { hostsQuery } from './hosts.query.ts';
import { peopleRepository } from './people.repository.ts';

let store: Store;
beforeAll(async () => {
  store = await testStore();
  const people = peopleRepository(store.connection);
  await people.put(personNamed('Grace Hopper'));
  await people.put({ ...personNamed('Grace Kelly'), active: false });
});
afterAll(() => store.close());

describe('who may be visited, and move by badge', () => {
  it('is whoever is not disabled', async () => {
    const hosts = hostsQuery(store.connection);
    expect(await hosts.named('grace', 10)).toEqual([{ id: 'grace-hopper', name: 'Grace Hopper' }]);
    expect(await hosts.find('grace-hopper')).toMatchObject({ name: 'Grace Hopper' });
    expect(await hosts.find('grace-kelly')).toBeUndefined();
  });
});
