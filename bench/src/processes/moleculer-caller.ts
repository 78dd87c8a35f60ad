import { keepInFlight } from '../load/in-flight.ts';
import { entry } from '../rows/entry.ts';
import type { Calls } from '../load/phase.ts';
import { obey, servers } from './child.ts';
import { moleculerNode } from './moleculer-node.ts';

const { natsUrl } = servers();
const broker = moleculerNode(natsUrl, 'caller');
await broker.start();
await broker.waitForServices('bench');

obey(({ calls, seconds }: Calls) => keepInFlight(calls, seconds, () => broker.call('bench.echo', entry)));
