import { contactRepositoryContract } from './contact-repository.contract.ts';
import { credentialRepositoriesContract } from './credential-repositories.contract.ts';
import { personRepositoryContract } from './person-repository.contract.ts';
import {
  inMemoryAccessTokens,
  inMemoryAdministrators,
  inMemoryContacts,
  inMemoryPeople,
  inMemorySessions,
} from './testing.ts';

contactRepositoryContract('the repository in memory', async () => inMemoryContacts());
personRepositoryContract('the repository in memory', async () => inMemoryPeople());
credentialRepositoriesContract('the repositories in memory', async () => ({
  sessions: inMemorySessions(),
  accessTokens: inMemoryAccessTokens(),
  administrators: inMemoryAdministrators(),
}));
