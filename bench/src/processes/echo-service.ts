import type { Message } from '@bufbuild/protobuf';
import { connectBus, serve } from '@guildhall/messaging';
import { BenchService } from '../contract.ts';
import { sayReady, servers } from './child.ts';

const { natsUrl } = servers();
const bus = await connectBus({ servers: natsUrl, name: 'bench' });
// The contract has no generated types: that the methods fit it, the first measurement shows.
serve(bus, BenchService, { echo: async (request: Message) => request } as never);
await bus.nc.flush();
sayReady();
