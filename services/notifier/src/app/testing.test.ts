import { messageRepositoryContract } from './message-repository.contract.ts';
import { inMemoryMessages } from './testing.ts';

messageRepositoryContract('the in-memory repository', async () => inMemoryMessages());
