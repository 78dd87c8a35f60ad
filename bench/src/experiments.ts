import { processorTime, type Usage } from './measure/processor-time.ts';
import { enrol, type Member } from './platform/people.ts';
import { processIds } from './platform/process-ids.ts';
import { addQuietSite, addSites, webhookOf } from './platform/sites.ts';
import type { Trial } from './platform/trial.ts';
import { type Child, startChild } from './processes/child.ts';
import { durable } from './rows/durable.ts';
import { echo } from './rows/echo.ts';
import { noOp, startBenchGateway } from './rows/no-op.ts';
import { rpc } from './rows/rpc.ts';
import { presence } from './rows/presence.ts';
import { deliveries } from './notifier/deliveries.ts';
import type { Sinks } from './notifier/receipts.ts';
import type { Experiment } from './rows/row.ts';
import type { Setting } from './rows/setting.ts';

const connectionCounts = [1, 16, 64];
const crowdedSite = 'crowd';

export type Wanted = Readonly<{ sites: number; isWanted: (group: string) => boolean }>;

/** Starts whatever the wanted measurements need beside the platform; `stop` ends it. */
export async function openExperiments(trial: Trial, members: readonly Member[], { sites, isWanted }: Wanted) {
  const { natsUrl, mongoUrl } = trial.platform;
  const started = new Map<string, Child>();
  const keep = (name: string, child: Child): Child => {
    started.set(name, child);
    return child;
  };
  const start = async (name: string, folder = '.'): Promise<Child> =>
    started.get(name) ?? keep(name, await startChild(name, { told: { natsUrl, mongoUrl }, folder }));
  const startPlain = (): Promise<Child> => start('plain-register', '../../peers');
  const loader = await start('load');
  const usage = async (): Promise<Usage> => {
    const children = [...started].map(([name, { pid }]) => [name, pid] as const);
    return processorTime({ ...(await processIds(trial.dataDir)), ...Object.fromEntries(children) });
  };
  const setting: Setting = { trial, members, load: loader.ask, usage };

  const list: Experiment[] = [];
  if (isWanted('no-op') || isWanted('echo')) keep('bench-gateway', await startBenchGateway(trial));
  if (isWanted('no-op')) list.push(noOp(setting, await start('bench-gateway'), await start('express-peer')));
  if (isWanted('echo') || isWanted('rpc'))
    await Promise.all(['echo-service', 'moleculer-service'].map((name) => start(name)));
  if (isWanted('echo')) list.push(echo(setting, await start('bench-gateway'), await start('moleculer-gateway')));
  if (isWanted('rpc')) list.push(rpc(setting, await start('rpc-caller'), await start('moleculer-caller')));
  if (isWanted('durable')) list.push(...(await durables(setting, sites, await startPlain(), connectionCounts)));
  if (isWanted('movements')) list.push(...(await durables(setting, sites, await startPlain(), [64])));
  if (isWanted('presence')) list.push(...(await crowds(setting, await startPlain())));
  return {
    list,
    stop: async (): Promise<void> => void (await Promise.all([...started.values()].map((child) => child.stop()))),
  };
}

/** One channel for all sites, at the pace that Slack allows: notices are stored now and sent one a second. */
async function durables(
  setting: Setting,
  siteCount: number,
  plain: Child,
  counts: readonly number[],
): Promise<Experiment[]> {
  const { bus, platform } = setting.trial;
  const siteIds = Array.from({ length: siteCount }, (_, index) => `site-${index + 1}`);
  await addSites(bus, siteIds, () => webhookOf(platform.sandboxUrl, 'bench'));
  const places = { siteIds, plain, told: { notices: 0 } };
  return counts.map((connections) => durable(setting, places, connections));
}

async function crowds(setting: Setting, plain: Child): Promise<Experiment[]> {
  const { bus, webPort } = setting.trial;
  await addQuietSite(bus, crowdedSite);
  const [reader] = await enrol(bus, webPort, 1, 'Reader', () => ({ roles: ['reception'] }));
  if (reader === undefined) throw new Error('nobody was enrolled to read who is inside');
  return [1, 16].map((connections) => presence(setting, { siteId: crowdedSite, reader, plain }, connections));
}

/** What the notifier delivers, beside a plain sender at the same sinks. */
export async function openDeliveries(trial: Trial, sinks: Sinks) {
  const { natsUrl, mongoUrl } = trial.platform;
  const env = { SINK_SMTP_PORT: String(sinks.smtpPort), SINK_HTTP_PORT: String(sinks.httpPort) };
  const plain = await startChild('plain-notifier', { told: { natsUrl, mongoUrl }, folder: '../../peers', env });
  const usage = async (): Promise<Usage> =>
    processorTime({ ...(await processIds(trial.dataDir)), 'plain-notifier': plain.pid });
  const load = (): never => {
    throw new Error('nothing is asked for over HTTP here');
  };
  return { list: [deliveries({ trial, members: [], load, usage }, sinks, plain)], stop: () => plain.stop() };
}
