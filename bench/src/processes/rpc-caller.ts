import { create } from '@bufbuild/protobuf';
import { anonymous } from '@guildhall/kernel';
import { connectBus, rpcCaller } from '@guildhall/messaging';
import { BenchService, EntrySchema } from '../contract.ts';
import { keepInFlight } from '../load/in-flight.ts';
import { entry } from '../rows/entry.ts';
import type { Calls } from '../load/phase.ts';
import { obey, servers } from './child.ts';

const { natsUrl } = servers();
const bus = await connectBus({ servers: natsUrl, name: 'bench' });
const echo = BenchService.methods.find(({ name }) => name === 'Echo');
if (echo === undefined) throw new Error('there is no method to call');
const call = rpcCaller(bus);
const principal = {
  ...anonymous,
  kind: 'session',
  personId: 'p1',
  sessionId: 's1',
  displayName: 'Ada Lovelace',
} as const;
const client = { ip: '127.0.0.1', userAgent: 'guildhall-bench' };
const once = () => call(echo, create(EntrySchema, entry), { principal, client, deadline: Date.now() + 2_500 });

obey(({ calls, seconds }: Calls) => keepInFlight(calls, seconds, once));
