import { remindersContract } from './reminders.contract.ts';
import { inMemoryRuns, inMemorySends } from './testing.ts';

remindersContract('the one in memory', async () => ({ runs: inMemoryRuns(), sends: inMemorySends() }));
