import { messageRepositoryContract } from './message-repository.contract.ts';
import { recipientsContract } from './recipients.contract.ts';
import { inMemoryMessages, inMemoryRecipients, inMemoryUpdates } from './testing.ts';
import { updatesContract } from './updates.contract.ts';

messageRepositoryContract('the in-memory repository', async () => inMemoryMessages());
recipientsContract('the in-memory one', async () => inMemoryRecipients());
updatesContract('the in-memory one', async () => inMemoryUpdates());
