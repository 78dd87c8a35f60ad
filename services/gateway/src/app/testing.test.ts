import { hitLogsContract } from './limits/hit-logs.contract.ts';
import { keyRecordsContract } from './idempotency/key-records.contract.ts';
import { memoryHitLogs, memoryKeyRecords } from './testing.ts';

keyRecordsContract('in memory', async () => memoryKeyRecords());
hitLogsContract('in memory', async () => memoryHitLogs());
