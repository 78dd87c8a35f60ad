import { environmentOf, SERVICES } from '@guildhall/tools/platform/services.ts';
import { paths } from '../contract.ts';
import { jsonHead, type RequestPlan } from '../load/phase.ts';
import { type Child, startChild } from '../processes/child.ts';
import { entry } from './entry.ts';
import { type Experiment, type Row, single } from './row.ts';
import { type Setting, withCost } from './setting.ts';

const row: Row = {
  id: 'no-op',
  title: 'gateway, no-op route, 64 connections',
  peer: 'stock Express and express.json',
  floors: [{ figure: 'perSecond', bound: 'at least', of: 18_000 }],
};

/** One more gateway of this platform, with the contract of the benchmarks. */
export function startBenchGateway({ around }: Setting['trial']): Promise<Child> {
  const gateway = SERVICES.find(({ name }) => name === 'gateway');
  if (gateway === undefined) throw new Error('the platform has no gateway');
  return startChild('bench-gateway', { env: { ...environmentOf(gateway, around, 0), PORT: '0' } });
}

/** The same request from every member in turn. */
export const entryPlan = ({ members }: Setting, path: string): RequestPlan => ({
  heads: members.map(({ cookie, csrfToken }) => jsonHead('POST', path, { cookie, 'x-csrf-token': csrfToken })),
  bodies: [JSON.stringify(entry)],
});

/** Session, CSRF token, transcoding and validation, and nothing behind it. */
export function noOp(setting: Setting, gateway: Child, peer: Child): Experiment {
  const requests = entryPlan(setting, paths.noOp);
  const run = (port: number) => (seconds: number) =>
    withCost(setting, () =>
      setting.load({ port, connections: 64, seconds, most: Infinity, requests, expected: entry.siteId }),
    );
  return single(row, { ours: run(gateway.port), peer: run(peer.port) });
}
