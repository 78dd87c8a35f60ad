import type { Child } from '../processes/child.ts';
import { type Experiment, type Row, single } from './row.ts';
import { type Setting, withCost } from './setting.ts';

const row: Row = {
  id: 'rpc',
  title: 'calls over the bus, 256 under way',
  peer: 'Moleculer calls, same NATS',
  floors: [{ figure: 'perSecond', bound: 'at least', of: 80_000 }],
};

/** Calls from one process to another, without HTTP. */
export function rpc(setting: Setting, caller: Child, peer: Child): Experiment {
  const run = (child: Child) => (seconds: number) => withCost(setting, () => child.ask({ calls: 256, seconds }));
  return single(row, { ours: run(caller), peer: run(peer) });
}
