import { run } from '@guildhall/runtime';
import { compose } from './compose.ts';
import { Settings } from './config.ts';

await run({ name: 'volunteers', settings: Settings, start: compose });
