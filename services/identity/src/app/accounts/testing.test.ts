import { accountRepositoriesContract } from './repositories.contract.ts';
import { inMemoryAccounts } from './testing.ts';

accountRepositoriesContract('the repositories in memory', async () => inMemoryAccounts());
