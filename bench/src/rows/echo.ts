import { paths } from '../contract.ts';
import type { Child } from '../processes/child.ts';
import { entry } from './entry.ts';
import { entryPlan } from './no-op.ts';
import { type Experiment, type Row, single } from './row.ts';
import { type Setting, withCost } from './setting.ts';

const row: Row = {
  id: 'echo',
  title: 'echo through gateway and service, 64 connections',
  peer: 'stock Express before a Moleculer service, same NATS',
  floors: [{ figure: 'perSecond', bound: 'at least', of: 20_000 }],
};

/** Everything of a call but the store. */
export function echo(setting: Setting, gateway: Child, peer: Child): Experiment {
  const requests = entryPlan(setting, paths.echo);
  const run = (port: number) => (seconds: number) =>
    withCost(setting, () =>
      setting.load({ port, connections: 64, seconds, most: Infinity, requests, expected: entry.siteId }),
    );
  return single(row, { ours: run(gateway.port), peer: run(peer.port) });
}
