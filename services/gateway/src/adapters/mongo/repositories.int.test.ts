import type { Store } from '@guildhall/mongo';
import { testStore } from '@guildhall/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hitLogRepository } from './hit-log.repository.ts';
import { hitLogsContract } from '../../app/limits/hit-logs.contract.ts';
import { keyRecordsContract } from '../../app/idempotency/key-records.contract.ts';
import { keyRepository } from './key.repository.ts';

let store: Store;

beforeAll(async () => {
  store = await testStore();
});
afterAll(() => store.close());

keyRecordsContract('in the store', () => keyRepository(store));
hitLogsContract('in the store', () => hitLogRepository(store));

describe('what is kept for a while', () => {
  it.each(['idempotency_keys', 'rate_limits'])('is swept away by the store: %s', async (collection) => {
    await Promise.all([keyRepository(store), hitLogRepository(store)]);
    const indexes = await store.connection.collection(collection).indexes();
    expect(indexes).toContainEqual(expect.objectContaining({ name: 'expiry', expireAfterSeconds: 0 }));
  });
});
