import { dayCountsContract } from './day-counts.contract.ts';
import { inMemoryDayCounts } from './testing.ts';

dayCountsContract(async () => inMemoryDayCounts());
