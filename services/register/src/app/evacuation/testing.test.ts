import { evacuationStoresContract } from './repositories.contract.ts';
import { inMemoryCalls, inMemoryEntries, inMemoryIncidents, inMemoryPlans } from './testing.ts';

evacuationStoresContract('memory', async () => ({
  incidents: inMemoryIncidents(),
  entries: inMemoryEntries(),
  calls: inMemoryCalls(),
  plans: inMemoryPlans(),
}));
