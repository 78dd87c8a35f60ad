import { aggregates, type Store } from '@guildhall/mongo';
import { testStore, uniqueName } from '@guildhall/testing';
import { afterAll, beforeAll } from 'vitest';
import { messageRepositoryContract } from '../../app/message-repository.contract.ts';
import { toEnvelope } from '../nats/message.messages.ts';
import { messageIndexes, messageRepository } from './message.repository.ts';
import type { MessageState } from './message.state.ts';

let store: Store;
beforeAll(async () => {
  store = await testStore();
});
afterAll(() => store.close());

messageRepositoryContract('the stored repository', async () => {
  const kept = aggregates<MessageState>({ store, collection: uniqueName('messages'), indexes: messageIndexes });
  await kept.ready();
  return messageRepository({ aggregates: kept, toEnvelope, markDay: () => undefined });
});
