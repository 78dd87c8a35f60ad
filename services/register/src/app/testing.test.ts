import { peopleContract } from './people/people.contract.ts';
import { inMemoryPeople, inMemoryVisits } from './testing.ts';
import { visitRepositoryContract } from './visits/visit-repository.contract.ts';

visitRepositoryContract('the one in memory', async () => inMemoryVisits());
peopleContract('the one in memory', async () => inMemoryPeople());
