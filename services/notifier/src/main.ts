import 'reflect-metadata';
import { run } from '@guildhall/runtime';
import { compose } from './compose.ts';
import { Settings } from './config.ts';

await run({ name: 'notifier', settings: Settings, start: compose });
