import 'reflect-metadata';
import type { Message } from '@bufbuild/protobuf';
import { GatewayService } from '@guildhall/contracts/gateway/v1/service';
import { openGateway } from '@guildhall/gateway/src/compose.ts';
import { Settings } from '@guildhall/gateway/src/config.ts';
import { run } from '@guildhall/runtime';
import { BenchService } from '../contract.ts';
import { sayReady } from './child.ts';

// The platform's gateway as it is, with the contract of the benchmarks beside its own.

const local = new Map([['bench.v1.BenchService/NoOp', (request: Message) => request]]);

await run({
  name: 'gateway',
  settings: Settings,
  start: async (process) => {
    const { port } = await openGateway(process, { services: [GatewayService, BenchService], local });
    sayReady(port);
  },
});
