import 'reflect-metadata';
import { services } from '@guildhall/contracts';
import { run } from '@guildhall/runtime';
import { openGateway } from './compose.ts';
import { Settings } from './config.ts';

await run({
  name: 'gateway',
  settings: Settings,
  start: async (process) => void (await openGateway(process, { services })),
});
